/**
 * What the model plugins on DJL share, whichever engine they run: a model's folder and what it says of itself, text to
 * tokens, tokens to arrays, logits to {@linkplain simmer.spi.Sentiment probabilities}. Provides no plugin itself; come
 * here to change how a model is described or read, and to the plugin named after the engine to change how it runs.
 */
@NullMarked
package simmer.model.djl;

import org.jspecify.annotations.NullMarked;
