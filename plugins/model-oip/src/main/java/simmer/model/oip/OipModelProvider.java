package simmer.model.oip;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import io.helidon.config.Config;

import simmer.http.parts.TrustCertificates;
import simmer.model.djl.ModelPlan;
import simmer.model.djl.NativeFolder;
import simmer.spi.ModelProvider;
import simmer.spi.OptionChecks;
import simmer.spi.SentimentModel;
import simmer.spi.Utterance;

/** Makes the model of some servers from {@code model: {oip: {urls: [http://triton:8000], model: …, path: …}}}. */
public final class OipModelProvider implements ModelProvider {

    static final String KEY = "oip";

    private static final String WORD = "hello ";

    @Override
    public String configKey() {
        return KEY;
    }

    @Override
    public SentimentModel create(Config options, String name) {
        OipModelConfig config = OipModelConfig.create(options);
        OptionChecks checks = new OptionChecks();
        OptionRanges.check(config, checks);
        List<ServerAddress> addresses = config.urls().stream().flatMap(url -> ServerAddress.of(url, checks).stream())
                .toList();
        checks.require(addresses.stream().distinct().count() == addresses.size(), "urls", "lists an address twice");
        Optional<List<X509Certificate>> trust = config.trustCertificates()
                .map(pem -> TrustCertificates.andJavas(pem, checks));
        checks.throwIfAny();
        ModelPlan plan = plan(config, config.path().orElseThrow());
        try (NativeFolder natives = NativeFolder.open()) {
            natives.announceShipped(OipModelProvider.class, "tokenizers", "RUST_LIBRARY_PATH", NativeFolder.Named.FILE);
            Encoder encoder = Encoder.of(config.input(), plan);
            Calls calls = new Calls(config, trust);
            Examination examination = examination(config, plan, encoder, calls);
            Servers servers = new Servers(addresses.stream()
                    .map(address -> new Server(address, examination, config.breakerFailures())).toList(), config);
            OipModel model = new OipModel(name, plan, encoder, calls, servers);
            model.start(config.waitAtStart());
            return model;
        }
    }

    private static ModelPlan plan(OipModelConfig config, Path path) {
        // Not the addresses: they are to serve the same, and one may come and go.
        List<String> network = List.of(config.model().orElseThrow(), config.version().orElse(""), config.input().name());
        return ModelPlan.withoutNetwork(new ReadingOptions(config, path), config.input() == InputKind.TOKENS, network);
    }

    private static Examination examination(OipModelConfig config, ModelPlan plan, Encoder encoder, Calls calls) {
        return new Examination(calls, new Wire(), ModelPath.of(config.model().orElseThrow(), config.version()),
                config.input(),
                plan, encoder.encode(List.of(new Utterance(WORD))),
                encoder.encode(List.of(new Utterance(WORD.repeat(plan.traits().maxTokens())))), config.timeout());
    }
}
