package simmer.router.cognigy;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.helidon.webclient.api.DefaultDnsResolver;
import io.helidon.webclient.spi.DnsResolver;

/**
 * What all deliveries of a router share. For use by several threads.
 *
 * @param client makes single attempts
 * @param verdict reads their answers
 * @param budget what all of them together may send
 * @param requestsPerMinute that budget as users wrote it
 * @param backoff waits between the attempts of one delivery
 * @param retries most attempts after the first
 * @param readTimeout longest wait of an attempt for the next bytes
 */
record Means(CognigyClient client, Verdict verdict, RequestBudget budget, String requestsPerMinute, Backoff backoff,
        int retries, Duration readTimeout) {

    static Means of(CognigyConfig config, Access.Granted access) {
        return of(config, access, DefaultDnsResolver.create());
    }

    static Means of(CognigyConfig config, Access.Granted access, DnsResolver names) {
        return new Means(
                new CognigyClient(access.address(), names, config.connectTimeout(), config.maxAnswerBytes()),
                new Verdict(access.address(), access.key(), config.maxAnswerBytes()),
                RequestBudget.of(config.requestsPerMinute(), System::nanoTime),
                config.requestsPerMinute(),
                new Backoff(config.backoff(), config.maxBackoff(), config.jitter(),
                        () -> ThreadLocalRandom.current().nextDouble()),
                config.retries(),
                config.readTimeout());
    }
}
