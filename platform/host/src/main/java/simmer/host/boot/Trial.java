package simmer.host.boot;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.Scored;
import simmer.spi.Conversation;
import simmer.spi.Decision;
import simmer.spi.ScoredTurn;
import simmer.spi.Sentiment;
import simmer.spi.Session;
import simmer.spi.Utterance;

/** Opens everything that a configuration names, scores one line, and closes it again: no port, no call to Cognigy. */
public final class Trial {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private Trial() {
    }

    /**
     * Tries a configuration.
     *
     * @param line what the customer of the trial says
     * @return what came out, in sentences
     * @throws BootException if Simmer can't start as it is configured
     */
    public static List<String> of(Installation installation, String line) {
        try (Opened opened = new Opened()) {
            Assembly assembly = Assembly.of(installation, opened);
            ConversationScorer scorer = opened.add("model threads", assembly.warmScorer());
            Conversation conversation = new Conversation(new Session("trial", "", ""), List.of(new Utterance(line)));
            return switch (scorer.score(conversation, WITHIN)) {
                case Scored.Success success -> List.of(
                        installation.configurationName() + " is fine: " + plugins(assembly),
                        "\"" + line + "\" " + reading(assembly.levels().decide(success.score())));
                case Scored.Failure failure -> throw new BootException(installation.configurationName(),
                        List.of(new BootProblem("simmer.model", failure.sentence())));
            };
        }
    }

    private static String plugins(Assembly assembly) {
        return String.join(", ", assembly.slots().stream()
                .map(slot -> slot.kind().slot() + " " + slot.plugin().key() + " " + slot.plugin().version()).toList());
    }

    private static String reading(Decision decision) {
        ScoredTurn turn = decision.score().turns().getLast();
        Sentiment sentiment = turn.turn().sentiment();
        return String.format(Locale.ROOT,
                "reads as negative %.2f, neutral %.2f, positive %.2f: level %s, for %s", sentiment.negative(),
                sentiment.neutral(), sentiment.positive(), decision.level().name(), decision.reason());
    }
}
