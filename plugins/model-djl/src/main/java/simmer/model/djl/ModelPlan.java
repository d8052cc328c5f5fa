package simmer.model.djl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import simmer.spi.Batches;
import simmer.spi.ModelException;
import simmer.spi.ModelTraits;
import simmer.spi.OptionChecks;
import simmer.spi.OptionException;
import simmer.spi.Sentiment;

/**
 * How a model is to be run: what the user's options ask for and, where they don't, what the model's {@code config.json}
 * says.
 */
public final class ModelPlan {

    /** How many logits a network puts out for each utterance. */
    public static final int LABELS = Labels.COUNT;

    private static final int MOST_THREADS = 64;
    private static final int LARGEST_BATCH = 64;
    /**
     * Measured on two cores: four read at once take 12 to 27 % less of a CPU than one after the other, eight hardly less.
     */
    private static final int BATCH = 4;
    private static final Duration LONGEST_LINGER = Duration.ofMillis(100);
    static final int LEAST_TOKENS = 8;
    private static final Pattern PRIMARY_TAG = Pattern.compile("[A-Za-z]{2,8}");

    private final Found found;
    private final BatchWishes wishes;
    private final ModelTraits traits;
    private final Normalisation normalisation;

    /** @param largestToken the largest id that the tokenizer can give */
    private record Found(ModelFolder folder, ModelConfig config, int largestToken) {
    }

    private ModelPlan(Found found, BatchWishes wishes, ModelTraits traits, Normalisation normalisation) {
        this.found = found;
        this.wishes = wishes;
        this.traits = traits;
        this.normalisation = normalisation;
    }

    /**
     * Reads the folder and checks all that can be checked without the engine.
     *
     * @param kind of the engine's file
     * @param wishes of the engine
     * @throws OptionException if options are out of range, or the model can't be used
     */
    public static ModelPlan of(DjlOptions options, FileKind kind, BatchWishes wishes) {
        return of(options, wishes, () -> ModelFolder.open(options.path(), kind), List.of());
    }

    /**
     * The same for a model whose network runs elsewhere.
     *
     * @param tokenizes whether text becomes tokens here
     * @param network what tells the network from others where it runs
     * @throws OptionException if options are out of range, or the folder can't be used
     */
    public static ModelPlan withoutNetwork(DjlOptions options, boolean tokenizes, List<String> network) {
        return of(options, BatchWishes.none(), () -> ModelFolder.withoutNetwork(options.path(), tokenizes), network);
    }

    private static ModelPlan of(DjlOptions options, BatchWishes wishes, Supplier<ModelFolder> folder,
            List<String> network) {
        OptionChecks checks = ranges(options);
        ranges(wishes, checks);
        Found found;
        try {
            found = find(options, folder.get());
        } catch (OptionException e) {
            e.problems().forEach(problem -> checks.require(false, problem.key(), problem.sentence()));
            checks.throwIfAny();
            throw e;
        }
        ModelConfig config = found.config();
        int maxTokens = options.maxTokens().orElse(config.wantedTokens());
        checks.require(maxTokens <= config.mostTokens(), "max-tokens", "is " + maxTokens + ", the model takes at most "
                + config.mostTokens() + " (" + found.folder().config() + ")").throwIfAny();
        List<String> languages = options.languages().isEmpty() ? config.languages() : options.languages();
        Normalisation normalisation = options.normalisation().orElse(config.normalisation());
        List<String> settings = new ArrayList<>(
                List.of(normalisation.name(), Integer.toString(maxTokens), new TreeMap<>(options.labels()).toString()));
        settings.addAll(network);
        String identity = Fingerprint.of(found.folder(), settings);
        ModelTraits traits = new ModelTraits(identity,
                options.threads().orElse(Runtime.getRuntime().availableProcessors()),
                new Batches(options.maxBatch().orElse(config.batchIndependent() ? BATCH : 1), options.batchTokens(),
                        wishes.linger()),
                maxTokens,
                languages.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
        return new ModelPlan(found, wishes, traits, normalisation);
    }

    private static OptionChecks ranges(DjlOptions options) {
        OptionChecks checks = new OptionChecks();
        options.threads().ifPresent(threads -> range(checks, "threads", threads, 1, MOST_THREADS));
        options.maxBatch().ifPresent(rows -> range(checks, "max-batch", rows, 1, LARGEST_BATCH));
        range(checks, "batch-tokens", options.batchTokens(), 1, LARGEST_BATCH * ModelConfig.MOST_TOKENS);
        options.maxTokens()
                .ifPresent(tokens -> range(checks, "max-tokens", tokens, LEAST_TOKENS, ModelConfig.MOST_TOKENS));
        for (String tag : options.languages()) {
            checks.require(PRIMARY_TAG.matcher(tag).matches(), "languages",
                    "has '" + tag + "', must be primary language tags such as en");
        }
        return checks;
    }

    private static void ranges(BatchWishes wishes, OptionChecks checks) {
        checks.require(!wishes.linger().isNegative() && wishes.linger().compareTo(LONGEST_LINGER) <= 0, "linger",
                "is " + wishes.linger() + ", must be PT0S to " + LONGEST_LINGER);
        List<Integer> widths = wishes.widths();
        checks.require(widths.stream().allMatch(width -> width >= 1 && width <= ModelConfig.MOST_TOKENS)
                && widths.equals(widths.stream().sorted().distinct().toList()), "length-buckets",
                "is " + widths + ", must be lengths of 1 to " + ModelConfig.MOST_TOKENS
                        + " tokens, each over the one before");
    }

    private static void range(OptionChecks checks, String key, int value, int least, int most) {
        checks.require(value >= least && value <= most, key, "is " + value + ", must be " + least + " to " + most);
    }

    private static Found find(DjlOptions options, ModelFolder folder) {
        ModelConfig config = ModelConfig.of(JsonSource.read(folder.config()), options.labels());
        boolean tokenizes = folder.files().contains(folder.tokenizer());
        return new Found(folder, config, tokenizes ? largestToken(folder, config) : 0);
    }

    private static int largestToken(ModelFolder folder, ModelConfig config) {
        Vocabulary vocabulary = Vocabulary.of(folder.tokenizer());
        if (vocabulary.largestId() >= config.vocabulary()) {
            throw ModelFolder.broken(folder.tokenizer(), "belongs to another model: its tokens go up to "
                    + vocabulary.largestId() + ", but the model's vocab_size is " + config.vocabulary());
        }
        if (vocabulary.padId().isPresent() && vocabulary.padId().get() != config.padId()) {
            throw ModelFolder.broken(folder.tokenizer(), "belongs to another model: its padding is token "
                    + vocabulary.padId().get() + ", but the model's pad_token_id is " + config.padId());
        }
        return vocabulary.largestId();
    }

    public ModelFolder folder() {
        return found.folder();
    }

    public ModelTraits traits() {
        return traits;
    }

    BatchWishes wishes() {
        return wishes;
    }

    int largestToken() {
        return found.largestToken();
    }

    ModelConfig config() {
        return found.config();
    }

    /**
     * From logits to probabilities.
     *
     * @param logits {@link #LABELS} of them, as the network put them out
     * @param tokens see {@link Sentiment#tokens()}
     * @throws ModelException if a logit is not finite
     */
    public Sentiment sentiment(float[] logits, int tokens) {
        return found.config().readout().sentiment(logits, tokens);
    }

    /** From utterances to what a tokenizer gets. */
    public PlainText plainText() {
        return new PlainText(normalisation, traits.maxTokens());
    }
}
