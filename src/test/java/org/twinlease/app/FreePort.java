package org.twinlease.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/// TCP ports of the loopback network for servers that have to know each other's before they start,
/// or that come back to their own. Not of those that a system gives to whoever asks for any (32768
/// and up): another test, in this process or beside it, would be given one of them while nobody
/// listens there.
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;

    /// Each process begins elsewhere.
    private static int last = new SplittableRandom().nextInt(LOWEST, HIGHEST);

    private FreePort() {}

    /// One that nobody listens at, and that no one else in this process is given.
    public static synchronized int next() throws IOException {
        for (int tried = LOWEST; tried < HIGHEST; tried++) {
            last = last + 1 < HIGHEST ? last + 1 : LOWEST;
            if (isFree(last)) return last;
        }
        throw new IOException("no port is free");
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
