package simmer.model.oip;

import java.util.List;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import simmer.http.parts.OneLine;
import simmer.model.oip.CallException.Blame;

/**
 * What a server says of an input or an output.
 *
 * @param datatype such as {@code INT64}
 * @param shape -1 for what is open
 */
record Tensor(String name, String datatype, List<Long> shape) {

    Tensor {
        shape = List.copyOf(shape);
    }

    /**
     * @param key {@code inputs} or {@code outputs}
     * @throws CallException if there is no list of tensors
     */
    static List<Tensor> list(JsonObject metadata, String key) {
        if (metadata.get(key) instanceof JsonArray tensors) {
            return tensors.stream().map(Tensor::of).toList();
        }
        throw unintelligible();
    }

    static Tensor of(JsonValue value) {
        if (value instanceof JsonObject tensor && tensor.get("name") instanceof JsonString name
                && tensor.get("datatype") instanceof JsonString datatype && tensor.get("shape") instanceof JsonArray shape
                && shape.stream().allMatch(JsonNumber.class::isInstance)) {
            return new Tensor(name.getString(), datatype.getString(),
                    shape.getValuesAs(JsonNumber.class).stream().map(JsonNumber::longValue).toList());
        }
        throw unintelligible();
    }

    private static CallException unintelligible() {
        return new CallException(Blame.SERVER, "sent JSON that is not of the Open Inference Protocol");
    }

    @Override
    public String toString() {
        return "'" + OneLine.of(name) + "' of " + OneLine.of(datatype) + " " + shape;
    }
}
