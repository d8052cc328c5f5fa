package simmer.model.pytorch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

/**
 * Asks NVIDIA's driver how many GPUs there are, before libtorch is loaded: libtorch itself says of any trouble only that
 * CUDA is not available.
 */
@SuppressWarnings("restricted") // calling C is what this is for; every model plugin needs native access anyway
final class CudaDriver {

    /** As Linux's driver installs it; the one without a number comes with development packages only. */
    static final String LIBRARY = "libcuda.so.1";

    private static final int SUCCESS = 0;
    private static final int NO_DEVICE = 100;

    private CudaDriver() {
    }

    /** What came out. */
    sealed interface Answer {

        /** No driver is installed, or it isn't visible in this container. */
        record Absent() implements Answer {
        }

        /** @param words what is wrong, worded to follow the driver's name */
        record Failed(String words) implements Answer {
        }

        /** @param count GPUs that this process may use, 0 or more */
        record Devices(int count) implements Answer {
        }
    }

    /** @param library a file's name, which the system's loader finds; it stays loaded, as libtorch needs it too */
    static Answer ask(String library) {
        SymbolLookup driver;
        try {
            driver = SymbolLookup.libraryLookup(library, Arena.global());
        } catch (IllegalArgumentException _) {
            return new Answer.Absent();
        }
        try (Arena arena = Arena.ofConfined()) {
            int started = (int) function(driver, "cuInit", ValueLayout.JAVA_INT).invokeExact(0);
            if (started == NO_DEVICE) {
                return new Answer.Devices(0);
            }
            if (started != SUCCESS) {
                return new Answer.Failed("does not start (CUDA error " + started + ")");
            }
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            int counted = (int) function(driver, "cuDeviceGetCount", ValueLayout.ADDRESS).invokeExact(count);
            return counted == SUCCESS
                    ? new Answer.Devices(count.get(ValueLayout.JAVA_INT, 0))
                    : new Answer.Failed("does not tell its devices (CUDA error " + counted + ")");
        } catch (NoSuchElementException _) {
            return new Answer.Failed("is no CUDA driver: it lacks cuInit or cuDeviceGetCount");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // all that a method handle may throw; C functions throw nothing
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle function(SymbolLookup driver, String name, ValueLayout argument) {
        return Linker.nativeLinker().downcallHandle(driver.findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, argument));
    }
}
