package simmer.benchmarks.load.result;

/**
 * A row of the table.
 *
 * @param key names it on the command line and in the JSON file
 * @param title what is measured, with its unit unless it is a ratio
 * @param goal what it has to reach
 */
public record Row(String key, String title, Goal goal) {
}
