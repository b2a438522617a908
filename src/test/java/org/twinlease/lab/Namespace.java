package org.twinlease.lab;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Sockets in a network namespace for a test that runs outside of it. A thread may enter a
/// namespace by itself (setns(2)), and a socket stays in the one that it was opened in.
final class Namespace {
    private static final int READ_ONLY = 0;
    private static final int NETWORK = 0x4000_0000;

    private Namespace() {}

    /// A UDP socket in a namespace that `ip netns` made.
    static DatagramSocket socket(String namespace, SocketAddress local) throws IOException {
        var socket = new CompletableFuture<DatagramSocket>();
        Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                enter("/var/run/netns/" + namespace);
                                socket.complete(new DatagramSocket(local));
                            } catch (IOException | RuntimeException refused) {
                                socket.completeExceptionally(refused);
                            }
                        });
        try {
            return socket.get();
        } catch (ExecutionException refused) {
            throw new IOException(namespace, refused.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(namespace, stop);
        }
    }

    private static void enter(String file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open =
                    function(
                            "open",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            MethodHandle setns =
                    function(
                            "setns",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));
            MethodHandle close =
                    function(
                            "close",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int handle = (int) open.invokeExact(arena.allocateFrom(file), READ_ONLY);
            if (handle < 0) throw new IOException("no namespace at " + file);
            int entered = (int) setns.invokeExact(handle, NETWORK);
            int _ = (int) close.invokeExact(handle);
            if (entered != 0) throw new IOException("cannot enter " + file);
        } catch (IOException | RuntimeException | Error known) {
            throw known;
        } catch (Throwable other) {
            throw new IOException(file, other);
        }
    }

    @SuppressWarnings("restricted") // Java itself cannot enter a namespace
    private static MethodHandle function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }
}
