package simmer.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports on 127.0.0.1 for servers that are stopped and started again on them. */
public final class Ports {

    /** Below the ports that Linux gives to callers: one of them could hold ours, or reach itself, while nobody listens. */
    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    private Ports() {
    }

    /** One that nobody listens at now. */
    public static int free() {
        return new Random().ints(ATTEMPTS, LOWEST, HIGHEST).filter(Ports::isFree).findFirst().orElseThrow(
                () -> new IllegalStateException("of " + ATTEMPTS + " ports from " + LOWEST + " on none is free"));
    }

    /** Whether nobody listens at it now. */
    public static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
