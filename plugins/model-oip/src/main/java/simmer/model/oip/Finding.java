package simmer.model.oip;

/** What looking at a server came to. */
sealed interface Finding {

    /**
     * It reads, and its model fits.
     *
     * @param software as it names itself, with its version
     */
    record Well(Signature signature, String software) implements Finding {
    }

    /**
     * It can't be reached, or doesn't read; waiting may help.
     *
     * @param why worded to follow the server's address
     */
    record Away(String why) implements Finding {
    }

    /**
     * Its model is another than the configured one: waiting won't help.
     *
     * @param why worded to follow the server's address
     */
    record Unfit(String why) implements Finding {
    }
}
