package simmer.host.plugins;

/**
 * Why a plugin can't be used.
 *
 * @param place the folder or jar, as found in the plugins folder
 * @param sentence what is wrong and what to do
 */
public record PluginProblem(String place, String sentence) {
}
