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
 * Makes what only a run can make: the store that new data folders begin with, and the image's AOT cache. For the latter it
 * serves with the shipped configuration, has conversations that escalate and calm down, asks for health and metrics as an
 * operator's system does, and stops by SIGTERM. What was loaded and used until then is what a start finds ready. The build
 * runs this once the image is complete.
 */
public final class Training {

    /** Enough for what every webhook runs to be known as such, and over in seconds. */
    private static final int CONVERSATIONS = 20;
    private static final List<String> HEATING = List.of("where is my parcel", "still nothing!!", "this is ridiculous",
            "you are useless", "let me talk to a human");
    private static final List<String> CALM = List.of("hi there", "can I change my address", "perfect, thank you so much");

    private Training() {
    }

    /** Trains; fails if anything in it does, for the build must not go on without the cache. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Image image = Image.built();
        EmptyStore.make(image);
        Path cache = image.aotCache();
        Files.deleteIfExists(cache);
        try (Tenant tenant = Tenant.start(image.command("serve")
                .with("SIMMER_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache))) {
            RunningImage simmer = tenant.simmer();
            for (int i = 0; i < CONVERSATIONS; i++) {
                converse(simmer, "heating-" + i, HEATING);
                converse(simmer, "calm-" + i, CALM);
            }
            simmer.get(simmer.administrationPort(), "/observe/health/ready");
            simmer.get(simmer.administrationPort(), "/observe/metrics");
            simmer.terminate();
            if (simmer.awaitExit() != 0 || !Files.exists(cache)) {
                throw new IllegalStateException("no AOT cache was made:\n" + simmer.log());
            }
        }
        JarList.write(image);
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
