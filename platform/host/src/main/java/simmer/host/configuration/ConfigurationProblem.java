package simmer.host.configuration;

/**
 * One thing that keeps Simmer from starting.
 *
 * @param place the key, file or folder it lies in
 * @param sentence what is wrong and what to do; never holds a secret
 */
public record ConfigurationProblem(String place, String sentence) {
}
