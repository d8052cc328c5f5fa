package simmer.spi;

import io.helidon.common.config.ConfiguredProvider;
import io.helidon.common.config.NamedService;
import io.helidon.config.Config;

/**
 * Makes a plugin from its options. The shape is Helidon's: {@code configKey()} is the word that users write in the YAML,
 * {@code create} gets the node below that word.
 * <p>
 * The host calls a provider at boot, one provider at a time, on a platform thread whose context class loader is the
 * plugin's own; it then uses what was made until it closes it. A provider needs a public constructor without arguments
 * that does no work.
 * <p>
 * Options are those that a Helidon blueprint declares: its metadata in {@code META-INF/helidon/config-metadata.json}
 * tells the host which keys exist, their types and defaults, so that a misspelt key or a wrong type never reaches
 * {@code create}. The blueprint says whose options they are by {@code @Prototype.Configured(value = "KEY", root = false)},
 * where {@code KEY} is {@link #configKey()}. A provider without such metadata has no options. Values of type
 * {@link java.nio.file.Path} arrive absolute: the host resolves them against the folder that holds {@code conf/}.
 *
 * @param <T> what this provider makes
 */
// Helidon 4.3 keeps these two types only in a package marked for removal; nobody else need import it.
@SuppressWarnings({"deprecation", "removal"})
public interface PluginProvider<T extends NamedService> extends ConfiguredProvider<T> {

    /**
     * Makes one instance, ready to work: files read, native code loaded, connections possible.
     *
     * @param options the node below {@link #configKey()}; its keys and types were checked, its ranges were not
     * @param name the instance's name, for logs and metrics
     * @throws OptionException if options are out of range or what they name can't be used; all problems together
     */
    T create(Config options, String name);

    @Override
    default T create(io.helidon.common.config.Config options, String name) {
        return create(Config.config(options), name);
    }
}
