package simmer.benchmarks.load.corpus;

import java.util.ArrayList;
import java.util.List;

/** Conversations of equal length in which nothing is ever said twice. */
public final class SyntheticCorpus implements Corpus {

    private final String name;
    private final int turns;
    private final Sentences sentences;
    private long drawn;

    /**
     * @param name begins its sessions; also decides what is said
     * @param turns how many each conversation has, at least 1
     */
    public SyntheticCorpus(String name, int turns) {
        this.name = name;
        this.turns = turns;
        sentences = new Sentences(name);
    }

    @Override
    public Conversation next() {
        List<String> utterances = new ArrayList<>(turns);
        for (int turn = 0; turn < turns; turn++) {
            utterances.add(sentences.next());
        }
        return Conversation.of(name + "-" + drawn++, utterances);
    }
}
