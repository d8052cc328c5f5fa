package simmer.distribution.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import simmer.distribution.fixture.Image;
import simmer.distribution.fixture.RunningImage;
import simmer.distribution.fixture.Tenant;

/**
 * The classes that a run of Simmer loads, and what of them it resolves, as the JVM lists them: all that the AOT cache
 * depends on beside the image. It serves with the shipped configuration, has conversations that escalate and calm down, asks
 * for health and metrics as an operator's system does, and stops by SIGTERM. Which threads met at a lock shows in it, so no
 * two runs list quite the same.
 */
final class ClassList {

    /**
     * Without compilers, whose code resolves references for itself alone: the list would hold what was not compiled in time.
     */
    private static final String OPTIONS = "-Xint -XX:DumpLoadedClassList=";
    private static final int CONVERSATIONS = 5;
    private static final List<String> HEATING = List.of("where is my parcel", "still nothing!!", "this is ridiculous",
            "you are useless", "let me talk to a human");
    private static final List<String> CALM = List.of("hi there", "can I change my address", "perfect, thank you so much");

    private ClassList() {
    }

    /** Records a run of the image. Jars are named by their places in it. */
    static void record(Image image, Path list) throws IOException, InterruptedException {
        // The launcher would use it, and a run with one cache can't be the model of another.
        Files.deleteIfExists(image.aotCache());
        Path recorded = Files.createTempFile("loaded", ".classes");
        try (Tenant tenant = Tenant.start(image.command("serve").with("SIMMER_JAVA_OPTIONS", OPTIONS + recorded))) {
            RunningImage simmer = tenant.simmer();
            for (int i = 0; i < CONVERSATIONS; i++) {
                converse(simmer, "heating-" + i, HEATING);
                converse(simmer, "calm-" + i, CALM);
            }
            simmer.get(simmer.administrationPort(), "/observe/health/ready");
            simmer.get(simmer.administrationPort(), "/observe/metrics");
            simmer.terminate();
            if (simmer.awaitExit() != 0) {
                throw new IllegalStateException("the run to train by failed:\n" + simmer.log());
            }
        }
        String inImage = " source: " + image.home().toRealPath() + "/";
        Files.write(list, Files.readAllLines(recorded).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.replace(inImage, " source: ")).toList());
        Files.delete(recorded);
    }

    /** Takes over the list of another build, to make the same cache once more. */
    static void adopt(Path others, Path list) throws IOException {
        Files.write(list, Files.readAllLines(others));
    }

    private static void converse(RunningImage simmer, String session, List<String> turns)
            throws IOException, InterruptedException {
        List<String> before = new ArrayList<>();
        for (String turn : turns) {
            simmer.say(session, before, turn);
            before.add(turn);
        }
    }
}
