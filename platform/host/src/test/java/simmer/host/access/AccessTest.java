package simmer.host.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

final class AccessTest {

    private static final String OLD = "the-key-of-last-year";
    private static final String NEW = "the-key-of-this-year";
    private static final Access KEYS = Access.with(List.of(new ApiKeys(List.of(hash(OLD), hash(NEW)), "some.keys")));
    private static final Access USERS = Access.with(List.of(new Users(List.of(
            new Users.User("flow", hash("a password of the flow")),
            new Users.User("bøt", hash("a:password:with:colons"))))));

    private static SecretHash hash(String secret) {
        return SecretHash.of(secret, new Random(7));
    }

    private static Presented sent(String... namesAndValues) {
        return Presented.in(name -> {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                if (namesAndValues[i].equals(name)) {
                    return List.of(namesAndValues[i + 1]);
                }
            }
            return List.of();
        });
    }

    private static Presented basic(String text) {
        return sent("Authorization", "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHashIsWhatAnyToolForHmacMakes() {
        // printf %s the-key-of-this-year | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102030405060708090a0b0c0d0e0f
        SecretHash known = SecretHash.parse("hmac-sha256:000102030405060708090a0b0c0d0e0f"
                + ":263348bd739d4824ae94aae1713ac8e42b4ea2f4895da6dc0fb2edb2fb6508c0");
        assertThat(known.matches(NEW)).isTrue();
        assertThat(known.matches(OLD)).isFalse();
        SecretHash made = hash(NEW);
        assertThat(SecretHash.parse(made.text()).matches(NEW)).isTrue();
        assertThat(SecretHash.parse(made.text()).matches(OLD)).isFalse();
        assertThat(made.text()).matches("hmac-sha256:[0-9a-f]{32}:[0-9a-f]{64}").doesNotContain(NEW);
    }

    @Test
    void aSaltMakesTwoHashesOfOneSecretDiffer() {
        assertThat(SecretHash.of(NEW, new Random(1)).text()).isNotEqualTo(SecretHash.of(NEW, new Random(2)).text());
    }

    @Test
    void aHashThatIsNotWholeIsRefusedWithoutBeingRepeated() {
        assertThat(SecretHash.isMeant("hmac-sha256:00:11")).isTrue();
        assertThatThrownBy(() -> SecretHash.parse("hmac-sha256:00:11")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no hash such as hmac-sha256:SALT:HASH");
    }

    @Test
    void withoutCredentialsEveryoneMayCall() {
        Access everyone = Access.with(List.of());
        assertThat(everyone.required()).isFalse();
        assertThat(everyone.admits(sent())).isTrue();
    }

    @Test
    void duringARotationOldAndNewKeyAreTaken() {
        for (String key : List.of(OLD, NEW)) {
            assertThat(KEYS.admits(sent("X-API-Key", key))).isTrue();
            assertThat(KEYS.admits(sent("Authorization", key))).isTrue();
            assertThat(KEYS.admits(sent("Authorization", "bearer  " + key))).isTrue();
        }
        for (String wrong : List.of("", NEW + "s", NEW.substring(1), "hmac-sha256")) {
            assertThat(KEYS.admits(sent("X-API-Key", wrong))).as(wrong).isFalse();
            assertThat(KEYS.admits(sent("Authorization", "Basic " + wrong))).as(wrong).isFalse();
        }
        assertThat(KEYS.admits(sent())).isFalse();
    }

    @Test
    void aHashItselfIsNoKey() {
        SecretHash known = hash(NEW);
        assertThat(Access.with(List.of(new ApiKeys(List.of(known), "some.keys"))).admits(sent("X-API-Key", known.text())))
                .isFalse();
    }

    @Test
    void aNameWithItsOwnPasswordIsTaken() {
        Map<String, Boolean> expected = Map.of("flow:a password of the flow", true, "bøt:a:password:with:colons", true,
                "flow:a:password:with:colons", false, "bøt:a password of the flow", false, "flow", false, "flow:", false,
                ":a password of the flow", false);
        expected.forEach((sent, admitted) -> assertThat(USERS.admits(basic(sent))).as(sent).isEqualTo(admitted));
        assertThat(USERS.admits(sent("Authorization", "Basic ***"))).isFalse();
        assertThat(USERS.admits(sent("X-API-Key", "a password of the flow"))).isFalse();
    }

    @Test
    void eachKindOfCredentialIsOfferedOnce() {
        Access both = Access.with(List.of(new ApiKeys(List.of(hash(NEW)), "some.keys"),
                new Users(List.of(new Users.User("flow", hash("a password of the flow"))))));
        assertThat(both.admits(basic("flow:a password of the flow"))).isTrue();
        assertThat(both.challenges()).containsExactly("Bearer", "Basic realm=\"simmer\", charset=\"UTF-8\"");
        assertThat(both.refusal())
                .isEqualTo("no key or a wrong one: send one of some.keys as X-API-Key, or a name and password"
                        + " of simmer.webhook.users as Basic");
    }
}
