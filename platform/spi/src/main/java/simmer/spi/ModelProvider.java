package simmer.spi;

/** Makes the model that reads utterances, from {@code model: {KEY: {…}}}. */
public interface ModelProvider extends PluginProvider<SentimentModel> {
}
