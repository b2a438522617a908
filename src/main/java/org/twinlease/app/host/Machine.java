package org.twinlease.app.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The computer that this runs on.
public final class Machine {
    private Machine() {}

    /// Its name, without a domain.
    public static String name() {
        String name = fullName();
        if (name.isEmpty()) return "twinlease";
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Gives this process a name in the system's lists, so that who looks for a server by its name
    /// finds it; Linux only, elsewhere it stays as it is.
    public static void callProcess(String name) {
        try {
            Files.writeString(Path.of("/proc/self/comm"), name);
        } catch (IOException unsupported) {
            // It is called java then.
        }
    }

    /// Its name as it says it itself; empty when it has none.
    public static String fullName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
