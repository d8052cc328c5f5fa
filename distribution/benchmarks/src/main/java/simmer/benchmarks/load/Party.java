package simmer.benchmarks.load;

/** A server that takes part. */
enum Party {

    SIMMER("Simmer"), RIVAL("rival (d)"), TUTORIAL("tutorial (c)");

    private final String title;

    Party(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
