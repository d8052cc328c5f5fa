package simmer.spi;

/** Makes what carries decisions out, from {@code router: {KEY: {…}}}. */
public interface RouterProvider extends PluginProvider<Router> {
}
