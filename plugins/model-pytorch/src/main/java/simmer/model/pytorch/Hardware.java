package simmer.model.pytorch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ai.djl.Device;

import simmer.model.pytorch.CudaDriver.Answer;
import simmer.spi.OptionException;

/**
 * What a network runs on, and by which library.
 *
 * @param gpu the GPU's number; empty for the CPU
 */
record Hardware(Libtorch libtorch, Optional<Integer> gpu) {

    private static final String KEY = "device";
    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    /**
     * @param device {@code cpu}, {@code cuda}, {@code cuda:N} or {@code auto}
     * @param named what the option {@code libtorch} names
     * @param environment the process's environment variables
     * @param driver asked only if a GPU may be used
     * @throws OptionException if that can't be had
     */
    static Hardware find(String device, Optional<Path> named, Map<String, String> environment, Supplier<Answer> driver) {
        Matcher cuda = CUDA.matcher(device);
        if (!cuda.matches() && !device.equals("cpu") && !device.equals("auto")) {
            throw new OptionException(KEY, "is '" + device + "', must be cpu, cuda, cuda:N or auto");
        }
        Libtorch libtorch = Libtorch.find(named, environment);
        if (cuda.matches()) {
            int number = Integer.parseInt(Optional.ofNullable(cuda.group(1)).orElse("0"));
            return onGpu(device, number, libtorch, driver.get());
        }
        boolean automatic = device.equals("auto") && libtorch.forGpu() && driver.get() instanceof Answer.Devices(int count)
                && count > 0;
        return new Hardware(libtorch, automatic ? Optional.of(0) : Optional.empty());
    }

    private static Hardware onGpu(String device, int number, Libtorch libtorch, Answer driver) {
        if (!libtorch.forGpu()) {
            throw new OptionException(Libtorch.KEY, "must name a libtorch " + Libtorch.VERSION + "+" + Libtorch.CUDA_FLAVOUR
                    + ", for device is " + device + " and " + libtorch.folder() + " is built for the CPU");
        }
        return switch (driver) {
            case Answer.Absent() -> throw wrong(device, "but there is no NVIDIA driver here: " + CudaDriver.LIBRARY
                    + " can't be found; install the driver, or let the container see it");
            case Answer.Failed(String words) ->
                throw wrong(device, "but the NVIDIA driver " + CudaDriver.LIBRARY + " " + words);
            case Answer.Devices(int count) when count == 0 -> throw wrong(device, "but the NVIDIA driver has no GPU for this"
                    + " process");
            case Answer.Devices(int count) when number >= count -> throw wrong(device,
                    "but the GPUs here are cuda:0 to cuda:" + (count - 1));
            case Answer.Devices _ -> new Hardware(libtorch, Optional.of(number));
        };
    }

    private static OptionException wrong(String device, String sentence) {
        return new OptionException(KEY, "is " + device + ", " + sentence);
    }

    Device device() {
        return gpu.map(Device::gpu).orElseGet(Device::cpu);
    }
}
