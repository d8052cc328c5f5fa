package simmer.host.boot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.helidon.common.config.NamedService;
import io.helidon.config.Config;

import simmer.host.configuration.ConfigurationException;
import simmer.host.configuration.ConfigurationProblem;
import simmer.host.configuration.Installation;
import simmer.host.configuration.LevelOptions;
import simmer.host.configuration.PolicyConfig;
import simmer.host.configuration.ReadingConfig;
import simmer.host.configuration.RulesConfig;
import simmer.host.configuration.SessionConfig;
import simmer.host.configuration.SimmerConfig;
import simmer.host.decision.Handover;
import simmer.host.decision.Levels;
import simmer.host.decision.Margins;
import simmer.host.decision.Pace;
import simmer.host.decision.Policy;
import simmer.host.delivery.Update;
import simmer.host.handover.Desk;
import simmer.host.handover.Handovers;
import simmer.host.plugins.Kind;
import simmer.host.scoring.ConversationScorer;
import simmer.host.scoring.ReadingLimits;
import simmer.host.session.Memory;
import simmer.host.session.TurnKeys;
import simmer.spi.Level;
import simmer.spi.ModelException;
import simmer.spi.Router;
import simmer.spi.Scoring;
import simmer.spi.SentimentModel;

/**
 * What a configuration comes to, once all of it has been found good: its options, and the plugins it names, open.
 *
 * @param configuration the name of the file it comes from
 * @param config what holds, the environment's overrides included
 * @param fallback what reads when the model can't, if it is configured
 */
record Assembly(String configuration, SimmerConfig options, Config config, List<Slot> slots, HardRules rules,
        SentimentModel model, Optional<SentimentModel> fallback, Scoring scoring,
        Router router) {

    private static final System.Logger LOG = System.getLogger(Assembly.class.getName());

    /**
     * Reads, checks and opens.
     *
     * @param opened takes what was opened, for closing in reverse; also when this fails
     * @throws ConfigurationException with every problem found
     */
    static Assembly of(Installation installation, Opened opened) {
        List<ConfigurationProblem> problems = new ArrayList<>();
        Plan plan = Plan.of(installation, opened, problems);
        List<Slot> slots = plan.slots();
        Config config = plan.config();
        Optional<SimmerConfig> valid = problems.isEmpty()
                ? Optional.of(SimmerConfig.create(config.get("simmer")))
                : Optional.empty();
        valid.ifPresent(options -> options.log().format().use());
        // On another core, for they take as long to prepare as a model takes to load.
        List<ConfigurationProblem> inRules = new ArrayList<>();
        Optional<CompletableFuture<HardRules>> rules = problems.stream().anyMatch(Assembly::concernsRules)
                ? Optional.empty()
                : Optional.of(CompletableFuture.supplyAsync(() -> rules(config.get("simmer"), inRules)));
        Optional<SentimentModel> model = create(Kind.MODEL.slot(), SentimentModel.class, slots, config, problems);
        model.ifPresent(open -> opened.add("model " + open.name(), open));
        Optional<SentimentModel> fallback = create(Slot.FALLBACK_MODEL, SentimentModel.class, slots, config, problems);
        fallback.ifPresent(open -> opened.add("fallback model " + open.name(), open));
        Optional<Scoring> scoring = create(Kind.SCORING.slot(), Scoring.class, slots, config, problems);
        Optional<Router> router = create(Kind.ROUTER.slot(), Router.class, slots, config, problems);
        router.ifPresent(open -> opened.add("router " + open.name(), open));
        Optional<HardRules> prepared = rules.map(CompletableFuture::join);
        problems.addAll(inRules);
        ConfigurationException.throwIfAny(installation, problems);
        plan.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        return new Assembly(installation.configurationName(), valid.orElseThrow(), config, slots,
                prepared.orElseThrow(), model.orElseThrow(), fallback,
                scoring.orElseThrow(), router.orElseThrow());
    }

    private static boolean concernsRules(ConfigurationProblem problem) {
        return problem.place().startsWith("simmer.rules") || problem.place().startsWith("simmer.levels");
    }

    private static HardRules rules(Config simmer, List<ConfigurationProblem> problems) {
        return HardRules.of(RulesConfig.create(simmer.get("rules")), LevelOptions.names(simmer.get("levels")), problems);
    }

    Levels levels() {
        return new Levels(options.levels().stream()
                .map(level -> new Level(level.name(), level.from(), level.flow(), level.node())).toList());
    }

    Handovers handovers() {
        Map<String, Desk> desks = new LinkedHashMap<>();
        options.levels().forEach(level -> desks.put(level.name(), new Desk(level.skill().orElse(""), level.priority())));
        return new Handovers(options.levels().getFirst().name(), desks, options.answer().includeText());
    }

    /**
     * The scorer, whose threads begin to get warm.
     *
     * @param opened takes it before it is warm: a model that still reads must not be closed
     */
    ConversationScorer scorer(Opened opened) {
        ReadingConfig reading = options.reading();
        ReadingLimits limits = new ReadingLimits(reading.within(), reading.maxQueuedTokens(), reading.cacheBytes());
        return opened.add("model threads", fallback.map(other -> ConversationScorer.warming(model, other, scoring, limits))
                .orElseGet(() -> ConversationScorer.warming(model, scoring, limits)));
    }

    /**
     * Waits until each of the model's threads is warm.
     *
     * @throws ConfigurationException if the model can't be warmed up
     */
    void awaitWarm(ConversationScorer scorer) {
        try {
            scorer.awaitWarm(options.reading().warmWithin());
        } catch (ModelException e) {
            throw new ConfigurationException(configuration,
                    List.of(new ConfigurationProblem("simmer.model", String.valueOf(e.getMessage()))));
        }
    }

    Policy policy() {
        Levels levels = levels();
        PolicyConfig policy = options.policy();
        return new Policy(levels,
                new Margins(policy.hysteresis(), policy.openingMargin(), policy.signMargin()), policy.leastTurns(),
                new Pace(policy.minimumStay(), policy.cooldown(), policy.timeOut()),
                new Handover(policy.handoverFrom().or(() -> Optional.of(levels.all().getLast().name())),
                        policy.onlyRisesAfterHandover()));
    }

    Memory memory() {
        SessionConfig session = options.session();
        return new Memory(session.remember(), session.maxTurns(), session.maxAnswers(), session.sameTurnWithin(),
                options.delivery().update() == Update.EVERY_TURN);
    }

    /** Keys under the configured secret, for turns that the configured model reads. */
    TurnKeys turnKeys() {
        return new TurnKeys(options.session().hashKey().orElse(""), model.type() + " " + model.traits().identity());
    }

    @SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
    private static <T extends NamedService> Optional<T> create(String slotName, Class<T> service,
            List<Slot> slots, Config config, List<ConfigurationProblem> problems) {
        return slots.stream().filter(slot -> slot.name().equals(slotName)).findFirst()
                .flatMap(slot -> slot.create(service, config, problems));
    }
}
