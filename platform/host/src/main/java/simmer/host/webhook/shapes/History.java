package simmer.host.webhook.shapes;

import java.util.List;

import simmer.spi.Utterance;

/**
 * What the customer said before the current turn, or with it.
 *
 * @param utterances oldest first; a list of its own that may be added to
 * @param brought whether the payload told it at all: an empty one says that nothing was said
 */
record History(List<Utterance> utterances, boolean brought) {
}
