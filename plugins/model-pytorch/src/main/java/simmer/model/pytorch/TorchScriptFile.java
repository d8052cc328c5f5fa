package simmer.model.pytorch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import simmer.model.djl.ModelFolder;
import simmer.spi.OptionException;

/**
 * What a TorchScript file says of itself, read before native code sees it: a zip of the network's source, its weights, and
 * a pickle that begins with the name of its class. DJL can't tell a network's inputs.
 *
 * @param inputs the names of what {@code forward} takes, in its order
 */
record TorchScriptFile(List<String> inputs) {

    private static final Pattern ROOT_CLASS = Pattern.compile("\\A..c(__torch__(?:\\.\\w+)*)\\n(\\w+)\\n", Pattern.DOTALL);
    private static final Pattern FORWARD = Pattern.compile("def forward\\(self: [\\w.]+,?\\s*(.*?)\\) -> ", Pattern.DOTALL);
    private static final Pattern BETWEEN_INPUTS = Pattern.compile(",\\s*(?=\\w+: )");
    private static final Set<String> ALWAYS_GIVEN = Set.of("input_ids", "attention_mask", "token_type_ids");
    private static final int MOST_BYTES = 16 << 20;

    /**
     * @param precision what the file must calculate with
     * @throws OptionException if it is no such file
     */
    static TorchScriptFile read(Path file, Precision precision) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry pickle = zip.stream().filter(entry -> entry.getName().matches("[^/]+/data\\.pkl")).findFirst()
                    .orElseThrow(() -> ModelFolder.broken(file, "is no TorchScript file: it lacks data.pkl"));
            String root = text(zip, pickle);
            String archive = pickle.getName().substring(0, pickle.getName().indexOf('/'));
            Matcher type = ROOT_CLASS.matcher(root);
            if (!type.find()) {
                throw ModelFolder.broken(file,
                        "holds weights without their network; export it as TorchScript, with torch.jit");
            }
            ZipEntry constants = zip.getEntry(archive + "/constants.pkl");
            checkPrecision(file, root + (constants == null ? "" : text(zip, constants)), precision);
            ZipEntry code = zip.getEntry(archive + "/code/" + type.group(1).replace('.', '/') + ".py");
            if (code == null) {
                throw ModelFolder.broken(file, "is no TorchScript file: it lacks the source of " + type.group(2));
            }
            return new TorchScriptFile(inputs(file, text(zip, code), type.group(2)));
        } catch (IOException e) {
            throw ModelFolder.broken(file, "can't be loaded: it is damaged, not whole, or no TorchScript file ("
                    + e.getMessage() + ")");
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    /** @param pickles of the weights and, where freezing has made constants of them, of these */
    private static void checkPrecision(Path file, String pickles, Precision wanted) {
        List<String> held = Arrays.stream(Precision.values())
                .filter(precision -> pickles.contains("ctorch\n" + precision.storage() + "\n")).map(Precision::word)
                .toList();
        if (!held.isEmpty() && !held.contains(wanted.word())) {
            throw ModelFolder.broken(file, "holds weights of " + String.join(" and ", held) + ", but precision is "
                    + wanted.word());
        }
    }

    private static List<String> inputs(Path file, String code, String type) {
        Matcher forward = FORWARD.matcher(code);
        if (!forward.find(Math.max(0, code.indexOf("class " + type + "(Module)")))) {
            throw ModelFolder.broken(file, "is no TorchScript file of a network: it has no method forward");
        }
        List<String> inputs = new ArrayList<>();
        for (String input : BETWEEN_INPUTS.splitAsStream(forward.group(1)).toList()) {
            String name = input.substring(0, Math.max(0, input.indexOf(':')));
            // What has a default is left to it, unless it is made from text too; what follows can't be given then.
            if (input.contains("=") && !ALWAYS_GIVEN.contains(name)) {
                break;
            }
            inputs.add(name);
        }
        return List.copyOf(inputs);
    }
}
