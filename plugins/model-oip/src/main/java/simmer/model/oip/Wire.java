package simmer.model.oip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;

import simmer.http.parts.OneLine;
import simmer.model.djl.ModelPlan;
import simmer.model.oip.CallException.Blame;

/**
 * The protocol's JSON. Tensors go as flat lists of numbers: a few hundred tokens in binary would save a kilobyte, and not
 * every server takes that. For use by any number of threads.
 */
final class Wire {

    private final JsonProvider json = JsonProvider.provider();
    private final AtomicLong calls = new AtomicLong();

    /** The body of a call. */
    byte[] request(Rows rows, Signature signature) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(body)) {
            // The id is optional, but some servers fail without.
            generator.writeStartObject().write("id", Long.toString(calls.incrementAndGet())).writeStartArray("inputs");
            for (Tensor input : signature.inputs()) {
                generator.writeStartObject().write("name", input.name()).write("datatype", input.datatype());
                rows.write(input, generator);
                generator.writeEnd();
            }
            generator.writeEnd().writeStartArray("outputs").writeStartObject().write("name", signature.output().name())
                    .writeEnd().writeEnd().writeEnd();
        }
        return body.toByteArray();
    }

    /**
     * The logits of an answer, row by row.
     *
     * @throws CallException if they are not so many finite numbers
     */
    static List<float[]> logits(JsonObject answer, Signature signature, int rows) {
        String name = signature.output().name();
        JsonObject output = answer.get("outputs") instanceof JsonArray outputs
                ? named(outputs, name)
                : JsonValue.EMPTY_JSON_OBJECT;
        if (!(output.get("data") instanceof JsonArray data)) {
            throw new CallException(Blame.SERVER, "sent no data for its output '" + OneLine.of(name) + "'");
        }
        Tensor tensor = Tensor.of(output);
        if (!tensor.shape().equals(List.of((long) rows, (long) ModelPlan.LABELS))) {
            throw new CallException(Blame.SERVER, "sent logits of shape " + tensor.shape() + ", must be [" + rows + ", "
                    + ModelPlan.LABELS + "]");
        }
        List<Float> values = new ArrayList<>(rows * ModelPlan.LABELS);
        flatten(data, values);
        if (values.size() != rows * ModelPlan.LABELS) {
            throw new CallException(Blame.SERVER, "sent " + values.size() + " logits, must be " + rows * ModelPlan.LABELS);
        }
        return split(values, rows);
    }

    private static JsonObject named(JsonArray outputs, String name) {
        return outputs.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                .filter(output -> Tensor.of(output).name().equals(name)).findFirst().orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The protocol allows rows as lists of their own. */
    private static void flatten(JsonArray data, List<Float> values) {
        for (JsonValue value : data) {
            switch (value) {
                case JsonNumber number when Float.isFinite((float) number.doubleValue()) ->
                    values.add((float) number.doubleValue());
                case JsonArray row -> flatten(row, values);
                default -> throw new CallException(Blame.SERVER, "sent a logit that is no finite number");
            }
        }
    }

    private static List<float[]> split(List<Float> values, int rows) {
        List<float[]> split = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            float[] logits = new float[ModelPlan.LABELS];
            for (int label = 0; label < ModelPlan.LABELS; label++) {
                logits[label] = values.get(row * ModelPlan.LABELS + label);
            }
            split.add(logits);
        }
        return split;
    }
}
