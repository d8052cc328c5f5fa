package simmer.host.boot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.Installation;
import simmer.host.plugins.PluginFault;
import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.Failure;
import simmer.host.scoring.Readout;
import simmer.host.scoring.Weighed;
import simmer.spi.Decision;
import simmer.spi.Finding;
import simmer.spi.Router;
import simmer.spi.Score;
import simmer.spi.ScoredTurn;
import simmer.spi.Sentiment;
import simmer.spi.Turn;
import simmer.spi.Utterance;

/**
 * Opens everything that a configuration names, scores one line, and closes it again: no port, and no call to Cognigy unless
 * one is asked for.
 */
public final class Trial {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private Trial() {
    }

    /**
     * What a trial came to.
     *
     * @param sentences for people
     * @param isWell whether nothing is wrong
     */
    public record Report(List<String> sentences, boolean isWell) {

        public Report {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * Tries a configuration.
     *
     * @param line what the customer of the trial says
     * @return what came out, in sentences
     * @throws ConfigurationException if Simmer can't start as it is configured
     */
    public static List<String> of(Installation installation, String line) {
        try (Opened opened = new Opened()) {
            return score(installation, line, Assembly.of(installation, opened), opened);
        }
    }

    /**
     * Tries a configuration, and has its router look whether the other side can be worked with; changes nothing there.
     *
     * @param line what the customer of the trial says
     * @throws ConfigurationException if Simmer can't start as it is configured
     */
    public static Report live(Installation installation, String line) {
        try (Opened opened = new Opened()) {
            Assembly assembly = Assembly.of(installation, opened);
            List<String> sentences = score(installation, line, assembly, opened);
            List<Finding> findings = findings(assembly.router());
            findings.forEach(finding -> sentences.add(finding.subject() + ", "
                    + finding.standing().name().toLowerCase(Locale.ROOT) + ": " + finding.sentence()));
            if (findings.isEmpty()) {
                sentences.add("The router " + assembly.router().type() + " has nothing that can be looked at.");
            }
            return new Report(sentences,
                    findings.stream().noneMatch(finding -> finding.standing() == Finding.Standing.WRONG));
        }
    }

    private static List<Finding> findings(Router router) {
        try {
            return router.check(WITHIN);
        } catch (RuntimeException | LinkageError e) {
            return List.of(new Finding("router", Finding.Standing.WRONG, PluginFault.of(e)
                    + ": report it to the plugin's author."));
        }
    }

    private static List<String> score(Installation installation, String line, Assembly assembly, Opened opened) {
        ConversationScorer scorer = assembly.scorer(opened);
        assembly.awaitWarm(scorer);
        List<String> report = new ArrayList<>();
        report.add(installation.configurationName() + " is fine: " + plugins(assembly));
        Utterance utterance = new Utterance(line);
        Score score = switch (scorer.read(List.of(utterance), "", WITHIN)) {
            case Failure failure -> throw failed(installation, "simmer.model", failure);
            case Readout.Read(var sentiments, var instead) -> {
                instead.ifPresent(failure -> report.add(failure.sentence() + ", so its fallback read this:"));
                yield score(installation, scorer, new Turn(utterance, sentiments.getFirst()));
            }
        };
        report.add("\"" + line + "\" " + reading(assembly.levels().decide(score)));
        return report;
    }

    private static Score score(Installation installation, ConversationScorer scorer, Turn turn) {
        return switch (scorer.weigh(List.of(turn))) {
            case Weighed.Scored(var score) -> score;
            case Failure failure -> throw failed(installation, "simmer.scoring", failure);
        };
    }

    private static ConfigurationException failed(Installation installation, String place, Failure failure) {
        return new ConfigurationException(installation.configurationName(),
                List.of(new ConfigurationProblem(place, failure.sentence())));
    }

    private static String plugins(Assembly assembly) {
        return String.join(", ", assembly.slots().stream()
                .map(slot -> slot.title() + " " + slot.plugin().key() + " " + slot.plugin().version()).toList());
    }

    private static String reading(Decision decision) {
        ScoredTurn turn = decision.score().turns().getLast();
        Sentiment sentiment = turn.turn().sentiment();
        return String.format(Locale.ROOT,
                "reads as negative %.2f, neutral %.2f, positive %.2f: level %s, for %s", sentiment.negative(),
                sentiment.neutral(), sentiment.positive(), decision.level().name(), decision.reason());
    }
}
