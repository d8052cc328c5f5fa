package simmer.router.cognigy.wire;

/** What to do about failures that come in several ways. Whole sentences, to end a message with. */
public final class Advice {

    /** Cognigy itself fails. */
    public static final String IF_IT_LASTS = "If it lasts, look at Cognigy's status page or ask whoever runs the tenant.";
    /** A webhook's time was over before a call could be made. */
    public static final String IF_IT_HAPPENS_OFTEN = "If this happens often, raise simmer.answer-within.";

    private Advice() {
    }
}
