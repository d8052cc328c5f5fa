package simmer.host.scoring;

import simmer.spi.Utterance;

/**
 * An utterance in the queue.
 *
 * @param tokens how many it will have, as far as can be told from its length
 */
record Waiting(Reading reading, Utterance utterance, int tokens) {
}
