package simmer.host.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.helidon.builder.api.Option;
import io.helidon.builder.api.Prototype;

/** What stands below {@code simmer}, beside the three plugin slots. */
@Prototype.Blueprint
@Prototype.Configured("simmer")
interface SimmerConfigBlueprint {

    /** The folder of plugins, one sub-folder or one jar each; relative to the folder that holds conf/. */
    @Option.Configured
    @Option.Default("plugins")
    Path plugins();

    /** SHA-256 digests of the plugins that may be loaded, as `simmer plugins` shows them; all that are there unless set. */
    @Option.Configured
    List<String> pluginsAllowed();

    /** How long a webhook may take, whatever Cognigy or the model does: PT0.1S to PT30S. */
    @Option.Configured
    @Option.Default("PT2S")
    Duration answerWithin();

    /** The levels of escalation, lowest first, the first from 0: 1 to 20 of them. */
    @Option.Configured
    List<LevelConfig> levels();

    /** What comes in. */
    @Option.Configured
    @Option.DefaultCode("WebhookConfig.create()")
    WebhookConfig webhook();

    /** Who may use the administration port. */
    @Option.Configured
    @Option.DefaultCode("AdministrationConfig.create()")
    AdministrationConfig administration();

    /** How utterances get to the model. */
    @Option.Configured
    @Option.DefaultCode("ReadingConfig.create()")
    ReadingConfig reading();

    /** What goes back. */
    @Option.Configured
    @Option.DefaultCode("AnswerConfig.create()")
    AnswerConfig answer();

    /** What is sent to Cognigy, and when. */
    @Option.Configured
    @Option.DefaultCode("DeliveryConfig.create()")
    DeliveryConfig delivery();

    /** When a session escalates, and when it calms down. */
    @Option.Configured
    @Option.DefaultCode("PolicyConfig.create()")
    PolicyConfig policy();

    /** What raises a session whatever its score. */
    @Option.Configured
    @Option.DefaultCode("RulesConfig.create()")
    RulesConfig rules();

    /** What is remembered of a session from one webhook to the next. */
    @Option.Configured
    @Option.DefaultCode("SessionConfig.create()")
    SessionConfig session();

    /** Where sessions, deliveries to be made and the budget of calls are kept. */
    @Option.Configured
    @Option.DefaultCode("StoreConfig.create()")
    StoreConfig store();

    /** How events are logged. */
    @Option.Configured
    @Option.DefaultCode("LogConfig.create()")
    LogConfig log();

    /** Where traces are sent; nowhere unless set. */
    @Option.Configured
    Optional<TracingConfig> tracing();
}
