package simmer.model.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes networks in ONNX format that look at nothing and put a constant out, to see what becomes of networks that don't
 * fit. The numbers are those of the fields in ONNX' protocol buffers.
 */
final class TinyNetwork {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int OPSET = 13;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

    private TinyNetwork() {
    }

    /** A network with one input of int64 [rows, tokens] and one output of one row. */
    static byte[] constant(String input, String output, float... row) {
        return new TinyNetwork().input(input).output(output, row).bytes();
    }

    /** A network that says it was made of operators of another version. */
    static byte[] ofOpset(int version) {
        return new TinyNetwork().input("input_ids").output("logits", 1, 2, 3).bytes(version);
    }

    static byte[] twoOutputs(String first, String second, float... row) {
        return new TinyNetwork().input("input_ids").output(first, row).output(second, row).bytes();
    }

    private TinyNetwork input(String name) {
        message(graph, 11, valueInfo(name, INT64, "rows", "tokens"));
        return this;
    }

    private TinyNetwork output(String name, float... row) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        text(node, 1, name + "_constant");
        text(node, 2, name);
        text(node, 4, "Identity");
        message(graph, 1, node);
        ByteBuffer values = ByteBuffer.allocate(Float.BYTES * row.length).order(ByteOrder.LITTLE_ENDIAN);
        values.asFloatBuffer().put(row);
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, 1);
        number(tensor, 1, row.length);
        number(tensor, 2, FLOAT);
        text(tensor, 8, name + "_constant");
        bytes(tensor, 9, values.array());
        message(graph, 5, tensor);
        message(graph, 12, valueInfo(name, FLOAT, "one", "labels"));
        return this;
    }

    private byte[] bytes() {
        return bytes(OPSET);
    }

    private byte[] bytes(int opset) {
        text(graph, 2, "tiny");
        ByteArrayOutputStream operators = new ByteArrayOutputStream();
        number(operators, 2, opset);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, 8);
        message(model, 7, graph);
        message(model, 8, operators);
        return model.toByteArray();
    }

    private static ByteArrayOutputStream valueInfo(String name, int type, String... dimensions) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (String dimension : dimensions) {
            ByteArrayOutputStream named = new ByteArrayOutputStream();
            text(named, 2, dimension);
            message(shape, 1, named);
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, type);
        message(tensor, 2, shape);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        message(typed, 1, tensor);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        text(info, 1, name);
        message(info, 2, typed);
        return info;
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void message(ByteArrayOutputStream to, int field, ByteArrayOutputStream message) {
        bytes(to, field, message.toByteArray());
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] bytes) {
        varint(to, field << 3 | 2);
        varint(to, bytes.length);
        to.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream to, int field, int value) {
        varint(to, field << 3);
        varint(to, value);
    }

    private static void varint(ByteArrayOutputStream to, int value) {
        int rest = value;
        while (rest > 0x7f) {
            to.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        to.write(rest);
    }
}
