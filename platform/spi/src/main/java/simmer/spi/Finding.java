package simmer.spi;

/**
 * One thing that was found out about the other side.
 *
 * @param subject what was looked at, one or two words such as {@code key} or {@code clock}
 * @param standing how it is
 * @param sentence what was found, and what to do if something must be done; holds no secret
 */
public record Finding(String subject, Standing standing, String sentence) {

    /** @throws IllegalArgumentException if there is no subject or no sentence */
    public Finding {
        if (subject.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException("a finding has a subject and a sentence");
        }
    }

    /** How something is. */
    public enum Standing {
        /** As it should be. */
        FINE,
        /** It works, but somebody should look at it. */
        WARNING,
        /** It does not work until somebody mends it. */
        WRONG
    }
}
