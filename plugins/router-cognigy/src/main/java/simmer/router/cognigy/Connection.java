package simmer.router.cognigy;

import java.time.Duration;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.TcpClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Cognigy that takes only so many bytes for an answer, whatever sizes its headers and chunks announce.
 * For one thread at a time.
 */
final class Connection implements ClientConnection {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private final TcpClientConnection tcp;
    private final int maxBytes;
    private final DataReader reader = new DataReader(this::pull);
    private int received;
    private boolean closed;

    /**
     * @param tcp connected
     * @param maxBytes most bytes of one answer, status line and headers included
     */
    Connection(TcpClientConnection tcp, int maxBytes) {
        this.tcp = tcp;
        this.maxBytes = maxBytes;
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

    /** Begins to count for the next answer. */
    void expectAnswer() {
        received = 0;
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

    @Override
    public DataReader reader() {
        return reader;
    }

    @Override
    public DataWriter writer() {
        return tcp.writer();
    }

    @Override
    public String channelId() {
        return tcp.channelId();
    }

    @Override
    public HelidonSocket helidonSocket() {
        return tcp.helidonSocket();
    }

    @Override
    public void readTimeout(Duration readTimeout) {
        tcp.readTimeout(readTimeout);
    }

    /** Does nothing: who took the connection knows better than Helidon whether its answer has been read whole. */
    @Override
    public void releaseResource() {
        // see above
    }

    @Override
    public void closeResource() {
        closed = true;
        tcp.closeResource();
    }

    /** More came than we take. */
    static final class AnswerTooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
