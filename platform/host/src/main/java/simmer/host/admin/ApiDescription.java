package simmer.host.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.spi.ServerFeature;

/**
 * Serves the OpenAPI description of all that Simmer answers, webhook and administration, on the administration socket; and
 * keeps that socket to what is described: all of it is read, so another method than GET and HEAD is refused.
 */
public final class ApiDescription implements ServerFeature {

    /** Where it is. */
    public static final String PATH = "/openapi";

    private static final String RESOURCE = "openapi.yaml";
    private static final String NAME = "api-description";
    private static final Header YAML = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/yaml");

    private final byte[] description = read();

    private static byte[] read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is part of the host");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " can't be read", e);
        }
    }

    @Override
    public void setup(ServerFeatureContext context) {
        context.socket(Administration.SOCKET).httpRouting().any(ApiDescription::refuseToWrite).get(PATH, this::send);
    }

    private static void refuseToWrite(ServerRequest request, ServerResponse response) {
        Method method = request.prologue().method();
        if (method.equals(Method.GET) || method.equals(Method.HEAD)) {
            response.next();
        } else {
            response.headers().set(HeaderNames.ALLOW, Method.GET_NAME, Method.HEAD_NAME);
            response.status(Status.METHOD_NOT_ALLOWED_405).send();
        }
    }

    private void send(ServerRequest request, ServerResponse response) {
        response.headers().set(YAML);
        response.send(description);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return NAME;
    }
}
