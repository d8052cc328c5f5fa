package simmer.benchmarks.faults;

import java.util.List;

/**
 * A session as it went.
 *
 * @param told its answers, in the order of its turns; fewer than turns if one had no answer
 * @param quiet what the same turns are answered without faults
 */
record Talk(String session, List<Told> told, List<Told> quiet) {

    Talk {
        told = List.copyOf(told);
        quiet = List.copyOf(quiet);
    }
}
