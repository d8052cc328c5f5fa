package simmer.host.plugins;

import simmer.spi.ModelProvider;
import simmer.spi.PluginProvider;
import simmer.spi.RouterProvider;
import simmer.spi.ScoringProvider;

/** The kinds of plugin, each with its slot in the configuration and the service that its provider implements. */
public enum Kind {
    MODEL("model", ModelProvider.class), SCORING("scoring", ScoringProvider.class), ROUTER("router", RouterProvider.class);

    private final String slot;
    private final Class<? extends PluginProvider<?>> service;

    Kind(String slot, Class<? extends PluginProvider<?>> service) {
        this.slot = slot;
        this.service = service;
    }

    /** The key below {@code simmer} that takes a plugin of this kind. */
    public String slot() {
        return slot;
    }

    Class<? extends PluginProvider<?>> service() {
        return service;
    }

    String servicesEntry() {
        return "META-INF/services/" + service.getName();
    }
}
