package simmer.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What all this runs on. */
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {
    }

    static String words() throws IOException {
        return "%d cores of %s%s, %s %s, Java %s".formatted(Bench.CORES, processor("model name"),
                processor("flags").contains("avx512_vnni") ? " with AVX512-VNNI" : "", System.getProperty("os.name"),
                System.getProperty("os.version"), Runtime.version());
    }

    private static String processor(String field) throws IOException {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(field)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("an unknown processor");
        }
    }
}
