package simmer.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TurnKeysTest {

    private static final String SECRET = "a secret of some length";

    private static String key(String secret, String session, String text) {
        return new TurnKeys(secret, "onnx 1").of(session).key(text);
    }

    @Test
    void aKeyIsTheSameAfterARestartAndOnEveryReplica() {
        assertThat(key(SECRET, "s-1", "where is my parcel")).hasSize(12).isEqualTo("IIxXmUDWSBNx")
                .isEqualTo(key(" " + SECRET + "\n", "s-1", "where is my parcel"));
    }

    @Test
    void anotherSecretSessionOrTextMakesAnotherKey() {
        assertThat(key(SECRET, "s-1", "a")).isNotEqualTo(key(SECRET, "s-2", "a")).isNotEqualTo(key(SECRET, "s-1", "b"))
                .isNotEqualTo(key("another secret of length", "s-1", "a")).isNotEqualTo(key("", "s-1", "a"));
        assertThat(key("", "s-1", "a")).as("without a secret").hasSize(12).isNotEqualTo(key("", "s-2", "a"));
    }

    @Test
    void theFingerprintTellsSecretsAndModelsApart() {
        String fingerprint = new TurnKeys(SECRET, "onnx 1").fingerprint();
        assertThat(fingerprint).isEqualTo(new TurnKeys(SECRET, "onnx 1").fingerprint()).hasSize(12)
                .isNotEqualTo(new TurnKeys(SECRET, "onnx 2").fingerprint())
                .isNotEqualTo(new TurnKeys("", "onnx 1").fingerprint());
    }
}
