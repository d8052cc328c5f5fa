package simmer.host.configuration;

import java.util.List;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What a hard rule looks for in one language. */
@Prototype.Blueprint
@Prototype.Configured
interface PhrasesConfigBlueprint {

    /** The language as a primary tag in lower case, such as en. */
    @Option.Configured
    String language();

    /** Phrases of which each is enough: at most 200, of up to 200 characters each. */
    @Option.Configured
    List<String> any();

    /** Phrases that take such a one back, being another sense of the same words: at most 200, likewise. */
    @Option.Configured
    List<String> unless();
}
