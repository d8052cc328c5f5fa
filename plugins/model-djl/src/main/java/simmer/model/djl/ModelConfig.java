package simmer.model.djl;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model's {@code config.json} says of it.
 *
 * @param readout from logits to probabilities
 * @param padId the token that fills rows up to the batch's longest
 * @param vocabulary how many tokens it knows, {@link Integer#MAX_VALUE} if it doesn't say
 * @param mostTokens most tokens it can take
 * @param wantedTokens most tokens it wants to take, at most {@code mostTokens}
 * @param batchIndependent whether it promises to read an utterance the same in any company
 * @param normalisation what it wants done to text
 * @param languages the languages it reads; empty if it doesn't say
 */
record ModelConfig(Readout readout, int padId, int vocabulary, int mostTokens, int wantedTokens,
        boolean batchIndependent, Normalisation normalisation, List<String> languages) {

    /** Most tokens of an utterance that any model is given. */
    static final int MOST_TOKENS = 512;

    private static final int DEFAULT_TOKENS = 256;

    /** Their positions are counted from the padding's id on, so that one more than this id can't be used. */
    private static final Set<String> POSITIONS_AFTER_PADDING = Set.of("roberta", "xlm-roberta", "xlm-roberta-xl",
            "roberta-prelayernorm", "camembert", "data2vec-text", "xmod", "mpnet", "longformer");

    /**
     * @param meanings see {@link Labels#of}
     * @throws simmer.spi.OptionException if it can't be used
     */
    static ModelConfig of(JsonSource config, Map<String, String> meanings) {
        JsonSource simmer = config.object("simmer");
        simmer.allowOnly(Set.of("languages", "max_tokens", "normalisation", "calibration", "batch_independent"));
        boolean afterPadding = POSITIONS_AFTER_PADDING.contains(config.text("model_type", ""));
        int padId = config.whole("pad_token_id", afterPadding ? 1 : 0);
        int mostTokens = mostTokens(config, afterPadding ? padId + 1 : 0);
        return new ModelConfig(new Readout(Labels.of(config, meanings), Calibration.of(simmer)), padId,
                config.whole("vocab_size", Integer.MAX_VALUE), mostTokens, wantedTokens(simmer, mostTokens),
                simmer.flag("batch_independent", false), normalisation(simmer), simmer.texts("languages"));
    }

    private static int mostTokens(JsonSource config, int reserved) {
        String key = "max_position_embeddings";
        int most = Math.min(MOST_TOKENS, config.whole(key, Integer.MAX_VALUE) - reserved);
        if (most < 1) {
            throw config.wrong(key, "leaves no position for a token");
        }
        return most;
    }

    private static int wantedTokens(JsonSource simmer, int most) {
        int wanted = simmer.whole("max_tokens", Math.min(DEFAULT_TOKENS, most));
        if (wanted < ModelPlan.LEAST_TOKENS || wanted > most) {
            throw simmer.wrong("max_tokens", "is " + wanted + ", must be " + ModelPlan.LEAST_TOKENS + " to " + most);
        }
        return wanted;
    }

    private static Normalisation normalisation(JsonSource simmer) {
        String name = simmer.text("normalisation", "none");
        return switch (name) {
            case "none" -> Normalisation.NONE;
            case "social" -> Normalisation.SOCIAL;
            default -> throw simmer.wrong("normalisation", "is '" + name + "', must be none or social");
        };
    }
}
