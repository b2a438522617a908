package org.twinlease.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The few socket calls of Linux that Java has no name for. Every call returns the system's result,
/// or the error number as a negative one. For one thread only: the error capture is shared.
final class NativeSockets implements AutoCloseable {
    static final int AF_INET = 2;
    static final int AF_PACKET = 17;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOL_SOCKET = 1;
    static final int SO_BINDTODEVICE = 25;
    static final int EPERM = 1;
    static final int EACCES = 13;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_DONTWAIT = 0x40;

    private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SENDTO =
            function(
                    "sendto",
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SETSOCKOPT =
            function(
                    "setsockopt",
                    FunctionDescriptor.of(
                            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

    private final Arena arena = Arena.ofShared();
    private final MemorySegment error = arena.allocate(CAPTURE);

    // Restricted because a wrong shape could crash the process; the shapes are those of socket(2) &
    // co.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                shape,
                Linker.Option.captureCallState("errno"));
    }

    /// Whether this system has these calls with these numbers.
    static boolean supported() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// A socket that does not block and is not inherited by other programs.
    int socket(int family, int type, int protocol) {
        try {
            int made =
                    (int)
                            SOCKET.invokeExact(
                                    error, family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol);
            return result(made);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    int setOption(int socket, int level, int option, MemorySegment value) {
        try {
            int done =
                    (int)
                            SETSOCKOPT.invokeExact(
                                    error, socket, level, option, value, (int) value.byteSize());
            return result(done);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    int bindToDevice(int socket, String name) {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment text = local.allocateFrom(name, StandardCharsets.US_ASCII);
            return setOption(socket, SOL_SOCKET, SO_BINDTODEVICE, text);
        }
    }

    int sendTo(int socket, MemorySegment data, long length, MemorySegment to) {
        try {
            long sent =
                    (long)
                            SENDTO.invokeExact(
                                    error,
                                    socket,
                                    data,
                                    length,
                                    MSG_DONTWAIT,
                                    to,
                                    (int) to.byteSize());
            return result((int) sent);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    void closeSocket(int socket) {
        try {
            int _ = (int) CLOSE.invokeExact(error, socket);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    MemorySegment allocate(long size) {
        return arena.allocate(size);
    }

    @Override
    public void close() {
        arena.close();
    }

    private int result(int returned) {
        return returned >= 0 ? returned : -(int) ERRNO.get(error, 0L);
    }

    /// A downcall itself throws only when the shapes above are wrong.
    private static IllegalStateException unexpected(Throwable thrown) {
        return new IllegalStateException("a native call failed", thrown);
    }
}
