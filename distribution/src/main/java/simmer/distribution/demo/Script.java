package simmer.distribution.demo;

import java.util.List;

/**
 * A conversation that the demo plays.
 *
 * @param title what happens in it
 * @param session the session's id
 * @param utterances what the customer says, in order
 */
record Script(String title, String session, List<String> utterances) {

    static final List<Script> ALL = List.of(
            new Script("A parcel that does not come", "demo-ann", List.of(
                    "hi, where is my parcel",
                    "the tracking page has said the same since Monday",
                    "still nothing!! you told me it would be here yesterday",
                    "this is ridiculous, nobody there can tell me anything",
                    "I am furious. Worst service I have ever had")),
            new Script("A change of address", "demo-ben", List.of(
                    "hello, I would like to change my address",
                    "it is 12 Harbour Street from next month",
                    "perfect, thank you so much",
                    "no that was all, have a lovely day")));
}
