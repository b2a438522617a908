package org.twinlease.app.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The system's log, as a service without a terminal uses it: syslog(3) of the C library, facility
/// daemon, each line with the process's number.
public final class Syslog {

    private static final int LOG_PID = 1;
    private static final int LOG_NDELAY = 8;
    private static final int LOG_DAEMON = 3 << 3;
    private static final int LOG_INFO = 6;

    private final MethodHandle syslog;
    private final MemorySegment format;

    private Syslog(MethodHandle syslog, MemorySegment format) {
        this.syslog = syslog;
        this.format = format;
    }

    /// Opens the log under a name, for as long as the process lives.
    // Restricted because a wrong shape could crash the process; the shapes are those of syslog(3).
    @SuppressWarnings("restricted")
    public static Syslog open(String name) {
        Linker linker = Linker.nativeLinker();
        MethodHandle open =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("openlog"),
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
        MethodHandle write =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("syslog"),
                        FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS),
                        Linker.Option.firstVariadicArg(2));
        // The C library keeps the pointer, not the text.
        MemorySegment ident = Arena.global().allocateFrom(name);
        try {
            open.invokeExact(ident, LOG_PID | LOG_NDELAY, LOG_DAEMON);
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
        return new Syslog(write, Arena.global().allocateFrom("%s"));
    }

    /// Writes a line.
    public void write(String line) {
        try (Arena arena = Arena.ofConfined()) {
            syslog.invokeExact(LOG_INFO, format, arena.allocateFrom(line));
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }
}
