package simmer.router.cognigy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import io.helidon.config.Config;

import simmer.router.cognigy.access.Secret;
import simmer.router.cognigy.dialect.ContextInject;
import simmer.router.cognigy.dialect.ContextTemplate;
import simmer.router.cognigy.dialect.Dialect;
import simmer.router.cognigy.dialect.EndpointCall;
import simmer.router.cognigy.dialect.EndpointCall.Verb;
import simmer.router.cognigy.dialect.LevelTexts;
import simmer.router.cognigy.dialect.LevelTexts.LevelText;
import simmer.router.cognigy.dialect.SessionUpdate;
import simmer.router.cognigy.dialect.StateInject;
import simmer.router.cognigy.dialect.TextTemplate;
import simmer.spi.OptionChecks;

/**
 * What the options say of the words that go to Cognigy, whatever the dialect.
 *
 * @param states names of states by names of levels
 */
record Wording(ContextTemplate template, LevelTexts texts, Map<String, String> states) {

    private static final String INJECTED = "escalation {level}";
    private static final int MAX_KEY_CHARACTERS = 100;
    private static final int MAX_STATE_CHARACTERS = 200;

    /** @param root the whole configuration, which knows the levels' names */
    static Wording of(CognigyConfig config, Config root, OptionChecks checks) {
        ContextConfig context = config.context();
        checks.require(isName(context.under(), MAX_KEY_CHARACTERS), "context.under",
                "is '" + context.under() + "', must have 1 to " + MAX_KEY_CHARACTERS + " characters");
        checks.require(!context.fields().isEmpty(), "context.fields", "names no field");
        checks.require(context.fields().stream().distinct().count() == context.fields().size(), "context.fields",
                "names a field twice");
        List<String> levels = root.get("simmer.levels").asNodeList().orElse(List.of()).stream()
                .flatMap(level -> level.get("name").asString().stream()).toList();
        return new Wording(new ContextTemplate(context.under(), context.fields()), texts(config, levels, checks),
                states(config, levels, checks));
    }

    private static LevelTexts texts(CognigyConfig config, List<String> levels, OptionChecks checks) {
        List<LevelText> texts = new ArrayList<>();
        for (int i = 0; i < config.texts().size(); i++) {
            TextConfig text = config.texts().get(i);
            requireLevel(text.level(), "texts[" + i + "].level", levels, checks);
            texts.add(new LevelText(text.level(), text.language().orElse(""),
                    TextTemplate.of(text.text(), "texts[" + i + "].text", checks)));
        }
        texts.sort(Comparator.comparing(text -> text.language().isEmpty()));
        Optional<String> others = config.text().filter(text -> !text.isBlank())
                .or(() -> config.dialect() == DialectName.ENDPOINT_INJECT ? Optional.of(INJECTED) : Optional.empty());
        others.ifPresent(text -> texts.add(new LevelText("", "", TextTemplate.of(text, "text", checks))));
        checks.require(config.dialect() != DialectName.NOTIFY || !texts.isEmpty(), "text",
                "is not set, and neither is texts: the dialect notify needs to know what users are told");
        return new LevelTexts(texts);
    }

    private static Map<String, String> states(CognigyConfig config, List<String> levels, OptionChecks checks) {
        Map<String, String> states = new HashMap<>();
        for (int i = 0; i < config.states().size(); i++) {
            StateConfig state = config.states().get(i);
            requireLevel(state.level(), "states[" + i + "].level", levels, checks);
            checks.require(isName(state.state(), MAX_STATE_CHARACTERS), "states[" + i + "].state",
                    "is '" + state.state() + "', must have 1 to " + MAX_STATE_CHARACTERS + " characters");
            checks.require(states.put(state.level(), state.state()) == null, "states[" + i + "].level",
                    "names '" + state.level() + "' a second time");
        }
        return states;
    }

    private static boolean isName(String text, int maxCharacters) {
        return !text.isBlank() && text.length() <= maxCharacters;
    }

    /** @param levels empty if the configuration holds none, which is not ours to say */
    private static void requireLevel(String level, String key, List<String> levels, OptionChecks checks) {
        checks.require(levels.isEmpty() || levels.contains(level), key, "is '" + level + "', which is no level. There are: "
                + String.join(", ", new TreeSet<>(levels)));
    }

    /** @param token the endpoint's, if the dialect speaks through one */
    Dialect dialect(CognigyConfig config, Optional<Secret> token) {
        return switch (config.dialect()) {
            case SESSION_UPDATE -> new SessionUpdate();
            case CONTEXT_INJECT -> new ContextInject(template);
            case STATE_INJECT -> new StateInject(states);
            case ENDPOINT_INJECT -> endpointCall(Verb.INJECT, config, token);
            case NOTIFY -> endpointCall(Verb.NOTIFY, config, token);
            case REPLY -> throw new IllegalStateException("the dialect reply says nothing");
        };
    }

    private EndpointCall endpointCall(Verb verb, CognigyConfig config, Optional<Secret> token) {
        return new EndpointCall(verb, config.endpointForm(), token.orElseThrow(), texts, template);
    }
}
