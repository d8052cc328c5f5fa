package simmer.router.cognigy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.helidon.common.tls.Tls;
import io.helidon.config.Config;
import io.helidon.webclient.api.DefaultDnsResolver;
import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import simmer.http.parts.Deadline;
import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.dialect.SessionUpdate;
import simmer.router.cognigy.wire.Address;
import simmer.router.cognigy.wire.CognigyClient;
import simmer.router.cognigy.wire.NoAnswerException;
import simmer.router.cognigy.wire.Peer;
import simmer.router.cognigy.wire.Request;
import simmer.spi.Router;
import simmer.spi.RoutingResult;
import simmer.spi.RoutingResult.Delivered;
import simmer.spi.RoutingResult.Failed;
import simmer.spi.RoutingResult.Fault;
import simmer.testkit.ClosedPort;

@Timeout(60)
final class WireFaultsTest {

    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration BARELY_MORE = Duration.ofSeconds(1);

    private static RoutingResult route(String baseUrl, Duration within, String... options) {
        try (Router router = Routers.at(baseUrl, options)) {
            return router.route(Routers.SESSION, Routers.DECISION, within);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** A fault of the network whose message ends with some advice. */
    private static void assertAdvised(RoutingResult result, String end) {
        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.message()).endsWith(end));
    }

    private static void assertNetworkFault(RoutingResult result, boolean mayHaveArrived) {
        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.fault()).isEqualTo(Fault.NETWORK);
            assertThat(failed.message()).startsWith("Network error contacting Cognigy API at 127.0.0.1:");
            assertThat(failed.mayHaveArrived()).isEqualTo(mayHaveArrived);
        });
    }

    @Test
    void aConnectionThatIsResetIsAFaultOfTheNetworkAndMayHaveCarriedTheCall() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> reset(socket))) {
            RoutingResult result = route(server.baseUrl(), Routers.AMPLE);
            assertNetworkFault(result, true);
            assertAdvised(result, ". If it happens again, look at the proxies and firewalls in between.");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsRefusedHasCarriedNothing() {
        try (ClosedPort closed = ClosedPort.hold()) {
            RoutingResult result = route(Routers.baseUrl(closed.number()), Routers.AMPLE);
            assertNetworkFault(result, false);
            assertAdvised(result,
                    ": Connection refused. Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right? If so, can that host and port"
                            + " be reached from here?");
        }
    }

    @Test
    void aBodyThatStallsCostsOneReadTimeout() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> RawServer.write(socket,
                "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{}"))) {
            long begun = System.nanoTime();
            assertNetworkFault(route(server.baseUrl(), Routers.AMPLE, "read-timeout", "PT2S"), true);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(3_800));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":",
            "HTTP/1.1 200 OK\r\nContent-Le",
            "HTTP/1.1 2"})
    void anAnswerThatBreaksOffIsNone(String half) throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, half);
            socket.close();
        })) {
            RoutingResult result = route(server.baseUrl(), Routers.AMPLE);
            assertNetworkFault(result, true);
            assertAdvised(result, ". If it happens again, look at the proxies and firewalls in between.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\u0000\u0001\u00ff\u00fe rubbish\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2\r\n",
            "HTTP/1.1 abc OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"})
    void rubbishOnTheWireIsAFaultOfTheNetwork(String rubbish) throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, rubbish);
            socket.close();
        })) {
            assertThat(route(server.baseUrl(), Routers.AMPLE)).isInstanceOfSatisfying(Failed.class,
                    failed -> {
                        assertThat(failed.fault()).isEqualTo(Fault.NETWORK);
                        assertThat(failed.message()).matches("Network error contacting Cognigy API at 127.0.0.1:\\d+:"
                                + " the answer broke off( or is no HTTP)?\\. If it happens again, look at .*\\.");
                    });
        }
    }

    @Test
    void anAnswerThatEndsWithItsConnectionIsWhole() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"old\": true}");
            socket.close();
        }); Router router = Routers.at(server.baseUrl())) {
            for (int i = 0; i < 2; i++) {
                assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE))
                        .isEqualTo(new Delivered("{\"old\": true}"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + GOOD,
            "HTTP/1.1 102 Processing\r\n\r\n" + GOOD,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\nX-Trailer: t\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: CHUNKED\r\nContent-Length: 7\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length:2\r\nConnection: keep-alive\r\n\r\n{}"})
    void whatHttpAllowsIsUnderstoodAndTheConnectionIsUsedAgain(String answer) throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, answer);
            RawServer.readRequest(socket.getInputStream());
            RawServer.write(socket, answer);
        }); Router router = Routers.at(server.baseUrl())) {
            for (int i = 0; i < 2; i++) {
                assertThat(router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE)).isEqualTo(new Delivered("{}"));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void interimAnswersWithoutEndAreNoAnswer() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            for (int i = 0; i < 10_000; i++) {
                RawServer.write(socket, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            }
        })) {
            assertNetworkFault(route(server.baseUrl(), Routers.AMPLE), true);
        }
    }

    @Test
    void theStatusOfAnErrorCountsEvenIfItsBodyBreaksOff() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 100\r\n\r\n{");
            socket.close();
        })) {
            assertThat(route(server.baseUrl(), Routers.AMPLE)).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.fault()).isEqualTo(Fault.CREDENTIALS));
        }
    }

    @Test
    void aChunkThatClaimsGigabytesIsNotReadToItsEnd() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
            String piece = " ".repeat(10_000);
            for (int i = 0; i < 10_000; i++) {
                RawServer.write(socket, piece);
            }
        })) {
            assertThat(route(server.baseUrl(), Routers.AMPLE)).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.message()).contains("answered more than 65536 bytes"));
            assertThat(server.sawAClientLeave(10)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"})
    void aConnectionThatDribblesIsClosedWhenTheTimeIsUp(String beginning) throws Exception {
        CountDownLatch testOver = new CountDownLatch(1);
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, beginning);
            while (!testOver.await(20, TimeUnit.MILLISECONDS)) {
                RawServer.write(socket, "a");
            }
        }); Router router = Routers.at(server.baseUrl())) {
            long start = System.nanoTime();
            RoutingResult result = router.route(Routers.SESSION, Routers.DECISION, SHORT);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BARELY_MORE);
            assertThat(result).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.fault()).isEqualTo(Fault.TIMEOUT));
            assertThat(server.sawAClientLeave(10)).isTrue();
            testOver.countDown();
        }
    }

    @Test
    void aSilentConnectionIsClosedWhenTheTimeIsUp() throws Exception {
        try (RawServer server = RawServer.start((_, _) -> {
        }); Router router = Routers.at(server.baseUrl(), "read-timeout", "PT1M")) {
            assertThat(router.route(Routers.SESSION, Routers.DECISION, SHORT)).isInstanceOf(Failed.class);
            assertThat(server.sawAClientLeave(10)).isTrue();
        }
    }

    @Test
    void anAnswerOverTheReadTimeoutIsNone() throws Exception {
        try (RawServer server = RawServer.start((_, _) -> {
        })) {
            RoutingResult result = route(server.baseUrl(), Routers.AMPLE, "read-timeout", "PT0.1S");
            assertNetworkFault(result, true);
            assertAdvised(result, ": no answer within read-timeout. If it is only slow, give it more time with the option"
                    + " read-timeout.");
            assertThat(server.sawAClientLeave(10)).isTrue();
        }
    }

    @Test
    void nothingIsSentOnceTheTimeIsUpWhateverHappenedToTheProcess() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> RawServer.write(socket, GOOD));
                CognigyClient client = new CognigyClient(peer("127.0.0.1", server.port()),
                        settings(DefaultDnsResolver.create()))) {
            Request request = new Request("POST", "/sessions/s-1/update", List.of(), "{}", 1024);
            assertThatThrownBy(() -> client.send(request, Deadline.in(Duration.ZERO)))
                    .isInstanceOfSatisfying(NoAnswerException.class, thrown -> assertThat(thrown.failed())
                            .returns(Fault.TIMEOUT, Failed::fault).returns(false, Failed::mayHaveArrived));
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aConnectionClosedWhileIdleCostsOneCallAtMost() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> {
            RawServer.write(socket, GOOD);
            socket.close();
        }); Router router = Routers.at(server.baseUrl())) {
            for (int i = 0; i < 5; i++) {
                RoutingResult result = router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
                if (result instanceof Failed) { // its end crossed the call on the wire, which nobody can help
                    assertNetworkFault(result, true);
                    result = router.route(Routers.SESSION, Routers.DECISION, Routers.AMPLE);
                }
                assertThat(result).isInstanceOf(Delivered.class);
            }
        }
    }

    @Test
    void closingTheRouterClosesWhatItKept() throws Exception {
        try (RawServer server = RawServer.start((socket, _) -> RawServer.write(socket, GOOD))) {
            assertThat(route(server.baseUrl(), Routers.AMPLE)).isInstanceOf(Delivered.class);
            assertThat(server.sawAClientLeave(10)).isTrue();
        }
    }

    @Test
    void aConnectionThatIsNeverAcceptedEndsWithTheTimeGiven() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            try {
                for (int i = 0; i < 2; i++) { // one more than its queue holds: the next is left without an answer
                    waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
                }
                long start = System.nanoTime();
                RoutingResult result = route(Routers.baseUrl(full.getLocalPort()), SHORT, "connect-timeout", "PT1M");

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BARELY_MORE);
                assertThat(result).isInstanceOfSatisfying(Failed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.TIMEOUT));
                assertThat(route(Routers.baseUrl(full.getLocalPort()), Routers.AMPLE, "connect-timeout", "PT0.05S"))
                        .isInstanceOfSatisfying(Failed.class, failed -> {
                            assertThat(failed.fault()).isEqualTo(Fault.NETWORK);
                            assertThat(failed.message()).contains("no connection within connect-timeout. Is COGNIGY_DOMAIN");
                        });
            } finally {
                for (Socket socket : waiting) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void aNameThatIsLookedUpForEverEndsWithTheTimeGiven() {
        Semaphore testOver = new Semaphore(0);
        DnsResolver stuck = (DnsResolverOf) () -> {
            testOver.acquireUninterruptibly(); // deaf to interrupts, as a system's resolver is
            return InetAddress.getLoopbackAddress();
        };
        Access access = new Access(Optional.of(peer("slow.invalid", 80)), Optional.empty(), Optional.empty(),
                Optional.of(new Secret(Routers.KEY)), Optional.empty());
        try (Router router = new CognigyRouter("main", CognigyConfig.create(Config.empty()), access, new SessionUpdate(),
                settings(stuck))) {
            long start = System.nanoTime();
            assertThat(router.route(Routers.SESSION, Routers.DECISION, SHORT)).isEqualTo(new Failed(Fault.TIMEOUT,
                    "Cognigy API at slow.invalid:80 did not answer within 300 ms. If it is only slow, give it more time:"
                            + " simmer.answer-within while a webhook waits, simmer.delivery.call-within when none does."));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BARELY_MORE);
        } finally {
            testOver.release();
        }
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() {
        assertThat(route("http://no-such-host.invalid/api/v1", Routers.AMPLE)).isEqualTo(
                new Failed(Fault.NETWORK, "Network error contacting Cognigy API at no-such-host.invalid:80: the host's"
                        + " name can't be resolved. Is COGNIGY_DOMAIN or COGNIGY_BASE_URL right? If so, does DNS work on this machine?")
                        .notArrived());
    }

    private static Peer peer(String host, int port) {
        return new Peer("Cognigy API", new Address("http", host, port, ""), "COGNIGY_BASE_URL");
    }

    private static CognigyClient.Settings settings(DnsResolver names) {
        return new CognigyClient.Settings(Duration.ofSeconds(1), Duration.ofSeconds(1), Tls.builder().build(), names, true);
    }

    /** Helidon's resolver, as one method. */
    @FunctionalInterface
    private interface DnsResolverOf extends DnsResolver {

        InetAddress resolve();

        @Override
        default InetAddress resolveAddress(String hostname, DnsAddressLookup lookup) {
            return resolve();
        }
    }
}
