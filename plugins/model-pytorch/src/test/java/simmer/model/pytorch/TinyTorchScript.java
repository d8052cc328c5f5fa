package simmer.model.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes networks as TorchScript: a zip with their source and a pickle of their one weight, a table of a row for each
 * token. What they put out is the sum of the rows of the tokens that count, as a bag of words would.
 */
final class TinyTorchScript {

    private static final String PICKLE_PROTOCOL = "\u0080\u0002";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private TinyTorchScript() {
    }

    /** Adds up rows of three logits. */
    static byte[] bagOfWords(int tokens, float[] rows, Precision precision) {
        return network("input_ids: Tensor, attention_mask: Tensor", """
                    rows = torch.embedding(self.table, input_ids)
                    counted = torch.mul(rows, torch.unsqueeze(attention_mask, -1))
                    return torch.to(torch.sum(counted, [1]), 6)
                """, tokens, rows, precision);
    }

    /** Puts out what an expression says, whatever is read. */
    static byte[] constant(String parameters, String expression) {
        return network(parameters, "    return " + expression + "\n", 1, new float[3], Precision.FP32);
    }

    /** A network whose file says that it is of a later format than any libtorch reads. */
    static byte[] ofFormat(int version) {
        TinyTorchScript script = script("input_ids: Tensor", "    return input_ids\n", 1, new float[3], Precision.FP32);
        script.add("version", version + "\n");
        return script.zip();
    }

    /** What {@code torch.save(model.state_dict())} leaves. */
    static byte[] weightsAlone() {
        TinyTorchScript script = new TinyTorchScript();
        script.add("version", "3\n");
        script.add("data.pkl", PICKLE_PROTOCOL + "ccollections\nOrderedDict\n)R.");
        return script.zip();
    }

    private static byte[] network(String parameters, String body, int tokens, float[] rows, Precision precision) {
        return script(parameters, body, tokens, rows, precision).zip();
    }

    private static TinyTorchScript script(String parameters, String body, int tokens, float[] rows, Precision precision) {
        TinyTorchScript script = new TinyTorchScript();
        script.add("version", "3\n");
        script.add("data.pkl", PICKLE_PROTOCOL + """
                c__torch__
                Tiny
                )\u0081}(""" + key("training") + "\u0089" + key("table") + """
                ctorch._utils
                _rebuild_tensor_v2
                ((""" + key("storage") + "ctorch\n" + precision.storage() + "\n" + key("0") + key("cpu") + number(3 * tokens)
                + "tQ" + number(0) + number(tokens) + number(3) + "\u0086" + number(3) + number(1) + "\u0086\u0089"
                + "ccollections\nOrderedDict\n)RtRub.");
        script.add("constants.pkl", PICKLE_PROTOCOL + ").");
        script.add("code/__torch__.py", """
                class Tiny(Module):
                  __parameters__ = ["table", ]
                  __buffers__ = []
                  training : bool
                  table : Tensor
                  def forward(self: __torch__.Tiny,
                    PARAMETERS) -> Tensor:
                """.replace("PARAMETERS", parameters) + body);
        script.entries.put("data/0", weights(rows, precision));
        return script;
    }

    private static byte[] weights(float[] rows, Precision precision) {
        int bytes = precision == Precision.FP32 ? Float.BYTES : Short.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(rows.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : rows) {
            switch (precision) {
                case FP32 -> buffer.putFloat(value);
                case FP16 -> buffer.putShort(Float.floatToFloat16(value));
                case BF16 -> buffer.putShort((short) (Float.floatToRawIntBits(value) >>> Short.SIZE));
            }
        }
        return buffer.array();
    }

    /** A text in a pickle. */
    private static String key(String text) {
        return "X" + fourBytes(text.length()) + text;
    }

    private static String number(int value) {
        return "J" + fourBytes(value);
    }

    private static String fourBytes(int value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void add(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(stored("tiny/" + entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

}
