package simmer.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

import ai.onnxruntime.OrtEnvironment;

import simmer.model.djl.NativeFolder;

/** ONNX Runtime's native code, which by itself would stay behind in the folder for temporary files. */
final class OnnxNatives {

    /** Where ONNX Runtime looks for its native code before it unpacks it itself. */
    private static final String PATH = "onnxruntime.native.path";

    private OnnxNatives() {
    }

    /** Does nothing where the native code lies unpacked already, or where the jar holds none for this machine. */
    static void unpack(NativeFolder folder) {
        if (System.getProperty(PATH) != null
                || folder.announceShipped(OnnxNatives.class, "onnxruntime", PATH, NativeFolder.Named.FOLDER)) {
            return;
        }
        if (unpack(folder, "onnxruntime") && unpack(folder, "onnxruntime4j_jni")) {
            folder.announce(PATH);
        }
    }

    private static boolean unpack(NativeFolder folder, String library) {
        String file = System.mapLibraryName(library);
        String resource = "/ai/onnxruntime/native/" + platform() + "/" + file;
        try (InputStream content = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (content == null) {
                return false;
            }
            folder.unpack(content, file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("ONNX Runtime's jar can't be read: " + e.getMessage(), e);
        }
    }

    /** As the folders in ONNX Runtime's jar are called. */
    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return system + "-" + processor;
    }
}
