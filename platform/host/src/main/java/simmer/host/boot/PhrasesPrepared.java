package simmer.host.boot;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import simmer.host.rules.Rules;

/**
 * The rules' phrases, taken apart on another core: those of the languages that the model reads before webhooks are answered,
 * all others right after. A customer who writes in one of these meanwhile waits for it, some tenths of a second.
 */
final class PhrasesPrepared {

    private final Rules rules;
    private final CompletableFuture<Void> first;

    private PhrasesPrepared(Rules rules, CompletableFuture<Void> first) {
        this.rules = rules;
        this.first = first;
    }

    /** @param languages what the model reads; any language if empty */
    static PhrasesPrepared begin(Rules rules, Set<String> languages) {
        Collection<String> soon = languages.isEmpty() ? rules.languages() : languages;
        return new PhrasesPrepared(rules, CompletableFuture.runAsync(() -> rules.prepare(soon)));
    }

    /** Waits for what the model reads. */
    void await() {
        first.join();
    }

    /** Goes on with the others, which nobody waits for. */
    void others() {
        Thread.ofPlatform().daemon().name("phrases").start(() -> rules.prepare(rules.languages()));
    }
}
