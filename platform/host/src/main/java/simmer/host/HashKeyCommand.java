package simmer.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import simmer.host.access.SecretHash;

/** Makes what the configuration may hold in place of a key or a password. Reads no configuration. */
@Command(name = "hash-key",
        description = "Reads a key or a password from standard input, and prints its hash for the configuration.")
final class HashKeyCommand implements Callable<Integer> {

    private static final int NEW_KEY_BYTES = 32;

    @Option(names = "--new", description = "Makes a key, and prints it before its hash.")
    private boolean fresh;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SecureRandom random = new SecureRandom();
        String secret = fresh ? made(random) : read();
        if (secret.length() < SecretHash.MIN_LENGTH || SecretHash.isMeant(secret)) {
            spec.commandLine().getErr().println(SecretHash.isMeant(secret)
                    ? "this is a hash already"
                    : "a key or a password has " + SecretHash.MIN_LENGTH + " characters or more, this one has "
                            + secret.length() + ": let 'simmer hash-key --new' make one");
            return ExitCode.USAGE;
        }
        if (fresh) {
            spec.commandLine().getOut().println(secret);
        }
        spec.commandLine().getOut().println(SecretHash.of(secret, random).text());
        return ExitCode.OK;
    }

    private static String made(SecureRandom random) {
        byte[] bytes = new byte[NEW_KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One line, as the inbound check will read it: without the space around it. */
    private static String read() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Objects.requireNonNullElse(in.readLine(), "").strip();
    }
}
