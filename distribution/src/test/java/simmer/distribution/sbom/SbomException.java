package simmer.distribution.sbom;

import java.io.Serial;

/** A list of contents that is not what the image holds. */
final class SbomException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SbomException(String sentence) {
        super(sentence);
    }
}
