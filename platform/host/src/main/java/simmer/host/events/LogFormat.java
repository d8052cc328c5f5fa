package simmer.host.events;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** How an event is written. */
public enum LogFormat {
    /** A line for a person to read, as the JDK's logging configuration has it. */
    TEXT,
    /** A JSON object on one line, for a collector. */
    JSON;

    /** Has every handler of the process write in this format from now on. */
    public void use() {
        Arrays.stream(Logger.getLogger("").getHandlers()).forEach(this::use);
    }

    private void use(Handler handler) {
        Formatter before = handler.getFormatter();
        switch (this) {
            case JSON -> handler.setFormatter(new JsonLines());
            case TEXT -> {
                if (before != null && !(before instanceof TextLines) && !(before instanceof JsonLines)) {
                    handler.setFormatter(new TextLines(before));
                }
            }
        }
    }
}
