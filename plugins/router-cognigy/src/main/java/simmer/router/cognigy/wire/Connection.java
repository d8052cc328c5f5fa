package simmer.router.cognigy.wire;

import java.time.Duration;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webclient.api.TcpClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Cognigy that takes only so many bytes for an answer, whatever sizes its headers and chunks announce.
 * For one thread at a time.
 */
final class Connection {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    /** What chunks' sizes and a last read may add to an answer of the greatest length. */
    private static final int FRAMING_BYTES = 16 * 1024;

    private final TcpClientConnection tcp;
    private int maxBytes;
    private final DataReader reader = new DataReader(this::pull);
    private int received;
    private boolean closed;

    /** @param tcp connected */
    Connection(TcpClientConnection tcp) {
        this.tcp = tcp;
    }

    private byte @Nullable [] pull() {
        byte[] bytes = tcp.helidonSocket().get();
        if (bytes != null) {
            received += bytes.length;
            if (received > maxBytes) {
                throw new AnswerTooLongException();
            }
        }
        return bytes;
    }

    /**
     * Begins to count for the next answer.
     *
     * @param maxBodyBytes longest body taken
     * @param timeout longest wait for the next bytes
     */
    void expectAnswer(int maxBodyBytes, Duration timeout) {
        received = 0;
        maxBytes = maxBodyBytes + Exchange.MAX_HEADER_BYTES + FRAMING_BYTES;
        tcp.readTimeout(timeout);
    }

    /** Has the socket watched, so that {@link #usable()} knows when the other side has closed it. */
    void idle() {
        tcp.readTimeout(LONGEST_IDLE);
        tcp.helidonSocket().idle();
    }

    /** Whether a request may go out: open at both ends, and nothing of an earlier answer left. */
    boolean usable() {
        return !closed && tcp.isConnected() && reader.available() == 0;
    }

    DataReader reader() {
        return reader;
    }

    void write(BufferData bytes) {
        tcp.writer().write(bytes);
        tcp.writer().flush();
    }

    void close() {
        closed = true;
        tcp.closeResource();
    }

    /** More came than we take. */
    static final class AnswerTooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
