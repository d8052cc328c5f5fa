package simmer.host.plugins;

import java.util.concurrent.ExecutionException;

/** What a log may tell of an exception that a plugin threw: its class and place, for its message may quote a customer. */
public final class PluginFault {

    private PluginFault() {
    }

    /** Describes the exception, or what caused it if another thread ran the plugin. */
    public static String of(Throwable thrown) {
        Throwable cause = thrown.getCause();
        Throwable fault = thrown instanceof ExecutionException && cause != null ? cause : thrown;
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]) + ", a fault in the plugin";
    }
}
