package simmer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import simmer.host.access.SecretHash;

final class HashKeyCommandTest {

    private final InputStream before = System.in;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void giveBackTheInput() {
        System.setIn(before);
    }

    private int run(String input, String... options) {
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        CommandLine line = SimmerCommand.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(Stream.of("hash-key"),
                Stream.of(options)).toArray(String[]::new));
    }

    @Test
    void aKeyOnStandardInputIsHashedAndNotRepeated() {
        assertThat(run("a-key-of-twenty-letters \n")).isZero();
        assertThat(out.toString().strip()).matches(SecretHash::isHash).doesNotContain("a-key-of");
    }

    @Test
    void aNewKeyIsShownOnceBesideItsHash() {
        assertThat(run("", "--new")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).hasSize(43);
        assertThat(lines.getLast()).matches(SecretHash::isHash);
    }

    @Test
    void aShortKeyAndAHashAreRefused() {
        assertThat(run("short\n")).isEqualTo(2);
        assertThat(err.toString()).contains("16 characters or more, this one has 5");
        assertThat(run("hmac-sha256:00:11\n")).isEqualTo(2);
        assertThat(err.toString()).contains("this is a hash already");
        assertThat(out.toString()).isEmpty();
    }
}
