package simmer.model.pytorch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import simmer.model.djl.FileKind;

/** What a network calculates with. It is decided when the network is exported, so each has a file of its own. */
enum Precision {

    FP32(".pt", "FloatStorage"), FP16("-fp16.pt", "HalfStorage"), BF16("-bf16.pt", "BFloat16Storage");

    private final String suffix;
    private final String storage;

    /** @param storage what TorchScript calls an array of such numbers */
    Precision(String suffix, String storage) {
        this.suffix = suffix;
        this.storage = storage;
    }

    String storage() {
        return storage;
    }

    /** The file of a model's folder to run. */
    FileKind file() {
        List<String> longer = Arrays.stream(values()).map(precision -> precision.suffix)
                .filter(other -> other.length() > suffix.length()).toList();
        return new FileKind(suffix, longer);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
