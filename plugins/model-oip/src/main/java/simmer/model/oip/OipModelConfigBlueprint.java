package simmer.model.oip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

import simmer.model.djl.Normalisation;

/** Options of the model {@code oip}; their ranges are checked in {@code OptionRanges} and {@code ModelPlan}. */
@Prototype.Blueprint(isPublic = false)
@Prototype.Configured(value = "oip", root = false)
interface OipModelConfigBlueprint {

    /** The servers' addresses, such as http://triton:8000: 1 to 16, which all serve the same model. */
    @Option.Configured
    List<String> urls();

    /** The model's name at the servers. */
    @Option.Configured
    Optional<String> model();

    /** The model's version at the servers; if not given, the one that they choose, which they may change unseen. */
    @Option.Configured
    Optional<String> version();

    /** The model's folder, which holds {@code config.json} and, for input tokens, {@code tokenizer.json}. */
    @Option.Configured
    Optional<Path> path();

    /** What is sent: tokens made here, or text that the server makes tokens of. */
    @Option.Configured
    @Option.Default("TOKENS")
    InputKind input();

    /** How long reading a batch may take, all attempts together: PT0.01S to PT30S. */
    @Option.Configured
    @Option.Default("PT0.5S")
    Duration timeout();

    /** Longest wait for a connection: PT0.001S to PT30S. */
    @Option.Configured
    @Option.Default("PT0.2S")
    Duration connectTimeout();

    /** How often a batch that failed is tried again, at another server if there is one: 0 to 5. */
    @Option.Configured
    @Option.DefaultInt(1)
    int retries();

    /** After how many failures in a row a server is left alone until it is well: 1 to 100. */
    @Option.Configured
    @Option.DefaultInt(3)
    int breakerFailures();

    /** How often a server that is idle or left alone is tried: PT0.1S to PT1M. */
    @Option.Configured
    @Option.Default("PT2S")
    Duration probeEvery();

    /** How long the start waits for a server: PT0S to PT10M. */
    @Option.Configured
    @Option.Default("PT10S")
    Duration waitAtStart();

    /** What is sent as a bearer token, for servers that ask for one. */
    @Option.Configured
    @Option.Confidential
    Optional<String> token();

    /** A PEM file of certificates that are trusted at https addresses beside those that Java trusts. */
    @Option.Configured
    Optional<Path> trustCertificates();

    /** How many calls are under way at once, 1 to 64. */
    @Option.Configured
    @Option.DefaultInt(8)
    int threads();

    /**
     * Most utterances in one call, 1 to 64. Over 1, a model with dynamic 8-bit quantisation reads an utterance a little
     * differently in other company.
     */
    @Option.Configured
    @Option.DefaultInt(1)
    int maxBatch();

    /** Most tokens in one call of several utterances, padding included, 1 to 32768. */
    @Option.Configured
    @Option.DefaultInt(2048)
    int batchTokens();

    /**
     * Most tokens of an utterance that count, 8 to 512 and no more than the model can take; what lies behind is cut off.
     * If not given, what the model's {@code config.json} says, else 256.
     */
    @Option.Configured
    Optional<Integer> maxTokens();

    /**
     * The languages that the model reads, as primary tags such as {@code en}. If not given, those that the model's
     * {@code config.json} names, else any.
     */
    @Option.Configured
    List<String> languages();

    /**
     * What the model's labels mean ({@code negative}, {@code neutral} or {@code positive}), by their names; needed only
     * where the names don't say it, such as {@code LABEL_0}.
     */
    @Option.Configured
    Map<String, String> labels();

    /**
     * What is done to text first: {@code none}, or {@code social} (mentions become {@code @user}, links {@code http}) for
     * models trained on such text. If not given, what the model's {@code config.json} says, else {@code none}.
     */
    @Option.Configured
    Optional<Normalisation> normalisation();
}
