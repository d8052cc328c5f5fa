package simmer.host.plugins;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import simmer.spi.PluginProvider;

/** Makes the providers of one plugin, and says in a sentence why it can't. */
final class Providers {

    private static final Pattern CLASS_NAME = Pattern.compile("([\\w$]+[./])+[\\w$]+");

    private Providers() {
    }

    static List<Plugin<?>> of(PluginPlace place, PluginManifest manifest, PluginClassLoader loader)
            throws PluginException {
        List<Plugin<?>> plugins = new ArrayList<>();
        try (var _ = new ContextClassLoader(loader)) {
            for (Kind kind : Kind.values()) {
                Iterator<? extends PluginProvider<?>> providers = ServiceLoader.load(kind.service(), loader).iterator();
                while (providers.hasNext()) {
                    plugins.add(plugin(kind, providers.next(), place, manifest, loader));
                }
            }
        } catch (ServiceConfigurationError e) {
            throw new PluginException(sentence(e), e);
        } catch (LinkageError e) {
            throw new PluginException(unlinkable(e), e);
        } catch (RuntimeException e) {
            throw new PluginException("its provider failed with " + e.getClass().getName()
                    + ": report it to the plugin's author", e);
        }
        if (plugins.isEmpty()) {
            throw new PluginException("no provider in it: its file in META-INF/services names no class");
        }
        return plugins;
    }

    private static Plugin<?> plugin(Kind kind, PluginProvider<?> provider, PluginPlace place, PluginManifest manifest,
            PluginClassLoader loader) throws PluginException {
        if (Objects.requireNonNullElse(provider.configKey(), "").isBlank()) {
            throw new PluginException(provider.getClass().getName() + ".configKey() says no key");
        }
        return new Plugin<>(kind, provider, place, manifest, loader);
    }

    /** ServiceLoader's message reads "service: what": what is wrong with which class, or which line of the file. */
    private static String sentence(ServiceConfigurationError error) {
        String message = Objects.requireNonNullElse(error.getMessage(), "it could not be loaded");
        String what = message.substring(message.indexOf(": ") + 1).strip();
        return switch (error.getCause()) {
            case LinkageError e -> unlinkable(e);
            case ClassNotFoundException e -> unlinkable(new NoClassDefFoundError(e.getMessage()));
            case Throwable e -> what + ", because of " + e + ": report it to the plugin's author";
            case null -> what + ": report it to the plugin's author";
        };
    }

    private static String unlinkable(LinkageError error) {
        Throwable cause = error instanceof ExceptionInInitializerError && error.getCause() != null
                ? error.getCause()
                : error;
        if (cause instanceof UnsupportedClassVersionError) {
            return "it was compiled for a newer Java than " + Runtime.version().feature() + " (" + className(cause) + ")";
        }
        if (!(cause instanceof NoClassDefFoundError)) {
            return "its classes don't fit together (" + cause + "): report it to the plugin's author";
        }
        String name = className(cause);
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.")) {
            return "it needs " + name + " of a JDK module that this runtime lacks and a full JDK "
                    + Runtime.version().feature() + " has: set SIMMER_JAVA_HOME to one";
        }
        if (SharedPackages.holdClass(name)) {
            return "it needs " + name + ", and this Simmer shares nothing of " + packageName
                    + ": build it against this Simmer's SPI and the Helidon modules that it names";
        }
        return "the class " + name + " is missing: put the jar that holds it into the plugin's folder";
    }

    private static String className(Throwable error) {
        Matcher matcher = CLASS_NAME.matcher(Objects.requireNonNullElse(error.getMessage(), ""));
        return matcher.find() ? matcher.group().replace('/', '.') : "(unnamed)";
    }
}
