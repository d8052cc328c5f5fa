package simmer.host.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.helidon.common.config.NamedService;
import io.helidon.config.Config;

import simmer.host.decision.Handover;
import simmer.host.decision.Levels;
import simmer.host.decision.Margins;
import simmer.host.decision.Pace;
import simmer.host.decision.Policy;
import simmer.host.delivery.Update;
import simmer.host.handover.Desk;
import simmer.host.handover.Handovers;
import simmer.host.plugins.Catalogue;
import simmer.host.plugins.Kind;
import simmer.host.plugins.PluginProblem;
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
     * @throws BootException with every problem found
     */
    static Assembly of(Installation installation, Opened opened) {
        ConfigurationFile file = ConfigurationFile.read(installation);
        List<BootProblem> problems = new ArrayList<>();
        Set<String> known = checkHost(file, problems);
        Catalogue catalogue = opened.add("plugin loaders", PluginFolders.of(installation, file).catalogue());
        for (PluginProblem problem : catalogue.problems()) {
            problems.add(new BootProblem(problem.place(), problem.sentence()));
        }
        List<Slot> slots = Stream.concat(
                Stream.of(Kind.values()).flatMap(kind -> Slot.find(kind, catalogue, file, problems).stream()),
                Slot.findFallback(catalogue, file, problems).stream()).toList();
        slots.forEach(slot -> slot.options().keySet().forEach(option -> known.add(slot.node() + "." + option)));
        Map<String, String> paths = new LinkedHashMap<>();
        slots.forEach(slot -> paths.putAll(slot.absolutePaths(installation, file.effective())));
        paths.putAll(ServerOptions.absolutePaths(installation, file.effective().get("server")));
        Config config = file.effective(paths);

        Optional<SimmerConfig> valid = problems.isEmpty() ? Optional.of(SimmerConfig.create(config.get("simmer"))) : Optional.empty();
        valid.ifPresent(options -> options.log().format().use());
        // On another core, for they take as long to prepare as a model takes to load.
        List<BootProblem> inRules = new ArrayList<>();
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
        throwIfAny(installation, problems);
        EnvironmentCheck.warnings(file, known).forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        return new Assembly(installation.configurationName(), valid.orElseThrow(), config, slots,
                prepared.orElseThrow(), model.orElseThrow(), fallback,
                scoring.orElseThrow(), router.orElseThrow());
    }

    private static boolean concernsRules(BootProblem problem) {
        return problem.place().startsWith("simmer.rules") || problem.place().startsWith("simmer.levels");
    }

    private static HardRules rules(Config simmer, List<BootProblem> problems) {
        return HardRules.of(RulesConfig.create(simmer.get("rules")), LevelOptions.names(simmer.get("levels")), problems);
    }

    private static void throwIfAny(Installation installation, List<BootProblem> problems) {
        if (!problems.isEmpty()) {
            throw new BootException(installation.configurationName(), problems);
        }
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
     * @throws BootException if the model can't be warmed up
     */
    void awaitWarm(ConversationScorer scorer) {
        try {
            scorer.awaitWarm(options.reading().warmWithin());
        } catch (ModelException e) {
            throw new BootException(configuration, List.of(new BootProblem("simmer.model", String.valueOf(e.getMessage()))));
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

    /** Checks all but the plugins' options; returns the keys that there are. */
    static Set<String> checkHost(ConfigurationFile file, List<BootProblem> problems) {
        OptionMetadata metadata = OptionMetadata.read(hostMetadata());
        Map<String, OptionSpec> simmer = new LinkedHashMap<>(metadata.at("simmer"));
        for (Kind kind : Kind.values()) {
            simmer.put(kind.slot(), OptionSpec.slot(kind.slot()));
        }
        Map<String, Map<String, OptionSpec>> roots = Map.of("simmer", simmer, "server", metadata.at("server"));
        OptionCheck check = new OptionCheck(metadata, file);
        Config effective = file.effective();
        check.checkRoots(roots, file.written(), effective);
        List<BootProblem> ports = ServerOptions.check(check, metadata, file.written().get("server"),
                effective.get("server"));
        problems.addAll(check.problems());
        problems.addAll(ports);
        problems.addAll(file.unreadableSecrets());
        problems.addAll(file.dangling());
        Set<String> reported = problems.stream().map(BootProblem::place).collect(Collectors.toSet());
        problems.addAll(HostOptions.check(effective.get("simmer"), reported));
        return check.known();
    }

    private static List<URL> hostMetadata() {
        try {
            return Collections.list(Assembly.class.getClassLoader().getResources(OptionMetadata.RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException("the host's own metadata can't be read", e);
        }
    }

    @SuppressWarnings("deprecation") // Helidon's NamedService: see PluginProvider
    private static <T extends NamedService> Optional<T> create(String slotName, Class<T> service,
            List<Slot> slots, Config config, List<BootProblem> problems) {
        return slots.stream().filter(slot -> slot.name().equals(slotName)).findFirst()
                .flatMap(slot -> slot.create(service, config, problems));
    }
}
