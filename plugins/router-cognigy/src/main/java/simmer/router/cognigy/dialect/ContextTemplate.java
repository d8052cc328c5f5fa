package simmer.router.cognigy.dialect;

import java.util.List;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;

import simmer.spi.Dispatch;

/**
 * What of a decision is sent.
 *
 * @param under the key that holds it, so that it lies apart from what else the flow keeps
 * @param fields in the order in which they are written
 */
public record ContextTemplate(String under, List<ContextField> fields) {

    private static final JsonProvider JSON = JsonProvider.provider();

    public ContextTemplate {
        fields = List.copyOf(fields);
    }

    /** One key, and the fields below it. */
    JsonObject fill(Dispatch dispatch) {
        JsonObjectBuilder inner = JSON.createObjectBuilder();
        fields.forEach(field -> inner.add(field.jsonName(), field.json(dispatch)));
        return JSON.createObjectBuilder().add(under, inner).build();
    }
}
