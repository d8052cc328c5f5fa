package simmer.host.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * How much is logged, while Simmer runs: {@code GET /observe/log/NAME} tells a logger's level, {@code PUT} with the level as
 * text sets it, {@code DELETE} gives the logger back to its parent. Holds until the process ends.
 */
final class LogLevels implements HttpService {

    static final String PATH = "/observe/log";

    private static final System.Logger LOG = System.getLogger(LogLevels.class.getName());
    private static final Pattern LOGGER = Pattern.compile("[A-Za-z][\\w.$-]{0,199}");
    private static final int MAX_LOGGERS = 100;
    private static final int MAX_BODY_BYTES = 64;

    /** The JDK forgets a logger, and its level with it, unless somebody holds it. */
    private final Map<String, Logger> changed = new ConcurrentHashMap<>();

    @Override
    public void routing(HttpRules rules) {
        rules.get("/{logger}", (request, response) -> answer(response, logger(request)))
                .put("/{logger}", this::set)
                .delete("/{logger}", (request, response) -> change(response, request, Optional.empty()));
    }

    private void set(ServerRequest request, ServerResponse response) {
        Optional<Level> level = level(request);
        if (level.isEmpty()) {
            response.status(Status.BAD_REQUEST_400).send("the body must be one of OFF, SEVERE, WARNING, INFO, FINE, FINER,"
                    + " FINEST, ALL");
        } else {
            change(response, request, level);
        }
    }

    private void change(ServerResponse response, ServerRequest request, Optional<Level> level) {
        Optional<Logger> logger = logger(request);
        if (logger.isPresent() && !changed.containsKey(logger.get().getName()) && changed.size() >= MAX_LOGGERS) {
            response.status(Status.CONFLICT_409).send("the levels of " + MAX_LOGGERS + " loggers are set already");
            return;
        }
        logger.ifPresent(one -> {
            one.setLevel(level.orElse(null));
            changed.put(one.getName(), one);
            LOG.log(System.Logger.Level.INFO, "the level of {0} was set to {1} at run time", one.getName(),
                    level.map(Level::getName).orElse("its parent's"));
        });
        answer(response, logger);
    }

    private static Optional<Level> level(ServerRequest request) {
        try (InputStream in = request.content().inputStream()) {
            return Optional.of(Level.parse(new String(in.readNBytes(MAX_BODY_BYTES), StandardCharsets.US_ASCII).strip()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Logger> logger(ServerRequest request) {
        return Optional.of(request.path().pathParameters().get("logger")).filter(name -> LOGGER.matcher(name).matches())
                .map(Logger::getLogger);
    }

    /** The level in force, the nearest parent's unless it has its own. */
    private static void answer(ServerResponse response, Optional<Logger> logger) {
        if (logger.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send("a logger has a name such as simmer.host.webhook");
            return;
        }
        response.headers().set(HeaderNames.CONTENT_TYPE, "text/plain");
        response.send(inForce(logger.get()).getName());
    }

    private static Level inForce(Logger logger) {
        Logger holder = logger;
        while (holder.getLevel() == null && holder.getParent() != null) {
            holder = holder.getParent();
        }
        return Optional.ofNullable(holder.getLevel()).orElse(Level.INFO);
    }
}
