package simmer.benchmarks.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a customer says, one text a turn, calm for a while and then angry and calm again, so that the level goes up and down.
 * Few texts, so that the model has soon read them all.
 *
 * @param texts in order, none twice
 */
record Script(List<String> texts) {

    private static final List<String> CALM = List.of("thank you, that helps", "yes please", "that is great news",
            "lovely, I appreciate it", "sounds good to me", "perfect, thanks a lot", "you are very kind",
            "good, I am happy with that", "wonderful service today", "okay, thank you very much", "that works well for me",
            "brilliant, you solved it");
    private static final List<String> ANGRY = List.of("this is ridiculous", "I am furious about this", "still nothing works",
            "you keep wasting my time", "what a terrible service", "I am sick of waiting", "this is the worst shop ever",
            "nobody there is any use", "I hate this so much", "your answers are useless", "it broke again, I am so angry",
            "unacceptable and awful");
    private static final double CHANGE_OF_MOOD = 0.4;

    /** How many turns each script has. */
    static final int TURNS = 10;

    Script {
        texts = List.copyOf(texts);
    }

    /** @param turns at most as many as there are texts of a mood */
    static Script of(int turns, Random random) {
        List<String> calm = new ArrayList<>(CALM);
        List<String> angry = new ArrayList<>(ANGRY);
        Collections.shuffle(calm, random);
        Collections.shuffle(angry, random);
        List<String> texts = new ArrayList<>();
        boolean isAngry = random.nextBoolean();
        for (int turn = 0; turn < turns; turn++) {
            texts.add((isAngry ? angry : calm).get(turn));
            isAngry ^= random.nextDouble() < CHANGE_OF_MOOD;
        }
        return new Script(texts);
    }
}
