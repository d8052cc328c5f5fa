package simmer.host.admin;

import java.net.InetSocketAddress;
import java.util.List;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import simmer.host.access.Access;
import simmer.host.access.Presented;

/**
 * Who may use the administration port. Health is for everyone, for who asks for it has no credentials; it says no more than
 * whether Simmer serves. With keys configured, everything else needs one. Without any, whoever reaches the port may read,
 * but only this machine may change anything, and no web page in a browser on it: those send {@code Origin}.
 * <p>
 * Which machine calls is told by the connection, never by a header such as {@code X-Forwarded-For}.
 */
final class AdministrationGuard implements Filter {

    private static final String HEALTH = "/observe/health";

    private final Access access;

    AdministrationGuard(Access access) {
        this.access = access;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (isHealth(request.path().path()) || (isRead(request) && !access.required())) {
            chain.proceed();
        } else if (access.required()) {
            if (access.admits(Presented.in(name -> request.headers().all(HeaderNames.create(name), List::of)))) {
                chain.proceed();
            } else {
                response.headers().set(HeaderNames.WWW_AUTHENTICATE, access.challenges());
                response.status(Status.UNAUTHORIZED_401).send(access.refusal());
            }
        } else if (isFromHere(request)) {
            chain.proceed();
        } else {
            response.status(Status.FORBIDDEN_403)
                    .send("without simmer.administration.api-keys only a program on Simmer's own"
                            + " machine may change anything");
        }
    }

    private static boolean isHealth(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private static boolean isRead(RoutingRequest request) {
        Method method = request.prologue().method();
        return method.equals(Method.GET) || method.equals(Method.HEAD);
    }

    private static boolean isFromHere(RoutingRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress() && !request.headers().contains(HeaderNames.ORIGIN);
    }
}
