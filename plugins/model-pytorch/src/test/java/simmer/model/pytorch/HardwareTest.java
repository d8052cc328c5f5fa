package simmer.model.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import ai.djl.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import simmer.model.pytorch.CudaDriver.Answer;
import simmer.spi.OptionException;

/** Each way in which a GPU, its driver or its libtorch can be wrong ends in a sentence that says what to do. */
final class HardwareTest {

    private static final Answer NO_DRIVER = new Answer.Absent();
    private static final Answer TWO = new Answer.Devices(2);

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @BeforeEach
    void unpackALibtorchForCuda() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib").resolve(System.mapLibraryName("torch")));
        version("2.7.1+cu128\n");
    }

    @Test
    void aGpuIsTakenByItsNumber() {
        assertThat(find("cuda", TWO).device()).isEqualTo(Device.gpu(0));
        assertThat(find("cuda:1", TWO).device()).isEqualTo(Device.gpu(1));
        assertThat(find("cpu", TWO).device()).isEqualTo(Device.cpu());
        assertThat(find("cuda", TWO).libtorch()).isEqualTo(new Libtorch(folder.resolve("lib"), "cu128"));
    }

    @Test
    void autoTakesAGpuOnlyIfThereIsOne() throws IOException {
        assertThat(find("auto", TWO).device()).isEqualTo(Device.gpu(0));
        assertThat(find("auto", NO_DRIVER).device()).isEqualTo(Device.cpu());
        assertThat(find("auto", new Answer.Devices(0)).device()).isEqualTo(Device.cpu());
        assertThat(find("auto", new Answer.Failed("does not start")).device()).isEqualTo(Device.cpu());
        version("2.7.1+cpu");
        assertThat(find("auto", TWO).device()).isEqualTo(Device.cpu());
    }

    @Test
    void anUnknownDeviceIsRefused() {
        for (String device : new String[]{"", "gpu", "cuda:", "cuda:-1", "cuda:x", "CUDA"}) {
            assertThat(refusal(device, TWO)).isEqualTo("device is '" + device + "', must be cpu, cuda, cuda:N or auto");
        }
    }

    @Test
    void aMissingDriverIsSaid() {
        assertThat(refusal("cuda", NO_DRIVER)).isEqualTo("device is cuda, but there is no NVIDIA driver here: libcuda.so.1"
                + " can't be found; install the driver, or let the container see it");
    }

    @Test
    void aDriverThatFailsIsQuoted() {
        assertThat(refusal("cuda", new Answer.Failed("does not start (CUDA error 803)")))
                .isEqualTo("device is cuda, but the NVIDIA driver libcuda.so.1 does not start (CUDA error 803)");
    }

    @Test
    void aMissingDeviceIsSaid() {
        assertThat(refusal("cuda:2", TWO)).isEqualTo("device is cuda:2, but the GPUs here are cuda:0 to cuda:1");
        assertThat(refusal("cuda", new Answer.Devices(0)))
                .isEqualTo("device is cuda, but the NVIDIA driver has no GPU for this process");
    }

    @Test
    void aLibtorchForTheCpuHasNoGpu() throws IOException {
        version("2.7.1+cpu");
        assertThat(refusal("cuda", TWO)).isEqualTo("libtorch must name a libtorch 2.7.1+cu128, for device is cuda and "
                + folder.resolve("lib") + " is built for the CPU");
    }

    @Test
    void aLibtorchOfAnotherVersionIsRefused() throws IOException {
        for (String version : new String[]{"2.6.0+cu128", "2.7.1+cu118", "2.7.1+rocm6"}) {
            version(version);
            assertThat(refusal("cpu", TWO)).isEqualTo("libtorch is " + folder.resolve("lib") + ", which is of version "
                    + version + "; it must be 2.7.1+cpu or 2.7.1+cu128");
        }
        Files.delete(folder.resolve("build-version"));
        assertThat(refusal("cpu", TWO))
                .startsWith("libtorch is " + folder.resolve("lib") + ", which doesn't say its version");
    }

    @Test
    void thePytorchOfAPythonIsALibtorchToo() throws IOException {
        Files.delete(folder.resolve("build-version"));
        Files.writeString(folder.resolve("version.py"), "from typing import Optional\n__version__ = '2.7.1+cu128'\n");
        assertThat(find("cuda", TWO).libtorch().flavour()).isEqualTo("cu128");
    }

    @Test
    void aFolderWithoutALibtorchIsRefused() {
        Path empty = folder.resolve("nowhere");
        assertThat(refusal("cpu", TWO, empty, Map.of())).isEqualTo("libtorch is " + empty + ", where libtorch.so is missing;"
                + " it must be the folder of a libtorch 2.7.1, or its folder lib");
    }

    @Test
    void theEnvironmentNamesALibtorchUnlessTheOptionDoes() {
        Map<String, String> environment = Map.of("PYTORCH_LIBRARY_PATH", folder.resolve("lib").toString());
        assertThat(Libtorch.find(Optional.empty(), environment).folder()).isEqualTo(folder.resolve("lib"));
    }

    @Test
    void anEnvironmentThatContradictsIsRefused() {
        Path lib = folder.resolve("lib");
        assertThat(refusal("cpu", TWO, folder, Map.of("PYTORCH_FLAVOR", "cu121")))
                .isEqualTo("libtorch is " + lib + ", but the environment variable PYTORCH_FLAVOR is 'cu121'; unset it,"
                        + " or set it to cu128");
        assertThat(refusal("cpu", TWO, folder, Map.of("PYTORCH_LIBRARY_PATH", "/elsewhere")))
                .isEqualTo("libtorch is " + lib + ", but the environment variable PYTORCH_LIBRARY_PATH is '/elsewhere';"
                        + " unset it, or set it to " + lib);
    }

    @Test
    void aDriverIsAskedByItsFileName() {
        assertThat(CudaDriver.ask("libno-such-driver.so.1")).isEqualTo(new Answer.Absent());
        assertThat(CudaDriver.ask("libc.so.6"))
                .isEqualTo(new Answer.Failed("is no CUDA driver: it lacks cuInit or cuDeviceGetCount"));
    }

    private void version(String version) throws IOException {
        Files.writeString(folder.resolve("build-version"), version);
    }

    private Hardware find(String device, Answer driver) {
        return find(device, driver, folder, Map.of());
    }

    private static Hardware find(String device, Answer driver, Path libtorch, Map<String, String> environment) {
        return Hardware.find(device, Optional.of(libtorch), environment, () -> driver);
    }

    private String refusal(String device, Answer driver) {
        return refusal(device, driver, folder, Map.of());
    }

    private static String refusal(String device, Answer driver, Path libtorch, Map<String, String> environment) {
        try {
            throw new AssertionError("this should have been refused: " + find(device, driver, libtorch, environment));
        } catch (OptionException e) {
            return e.problems().getFirst().toString();
        }
    }
}
