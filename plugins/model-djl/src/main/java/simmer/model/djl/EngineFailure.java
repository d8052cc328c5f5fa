package simmer.model.djl;

import java.util.regex.Pattern;

/** What an engine says when it fails, fit for a sentence: native code answers with paragraphs and its own source's paths. */
public final class EngineFailure {

    private static final int MAX_LENGTH = 160;

    /** TorchScript shows its own stack first; what happened stands in the line after it. */
    private static final Pattern TORCHSCRIPT_STACK = Pattern
            .compile("^.*Traceback of TorchScript.*\\n\\w*(?:Error|Exception): ", Pattern.DOTALL);

    private EngineFailure() {
    }

    /** The first cause's words, in one line and not for long. */
    public static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        if (message == null) {
            return root.getClass().getSimpleName();
        }
        String line = TORCHSCRIPT_STACK.matcher(message.strip()).replaceFirst("").strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
