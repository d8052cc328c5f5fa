package simmer.testkit.cognigy;

import jakarta.json.JsonObject;

/**
 * What goes back.
 *
 * @param status HTTP status
 * @param contentType of the body
 * @param body empty for none
 */
record Reply(int status, String contentType, String body) {

    static Reply json(JsonObject body) {
        return new Reply(200, "application/json", body.toString());
    }

    static Reply problem(int status, String detail) {
        return new Reply(status, Problem.MEDIA_TYPE, new Problem(status, detail).toJson().toString());
    }
}
