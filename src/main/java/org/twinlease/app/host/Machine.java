package org.twinlease.app.host;

import org.twinlease.value.Ip4;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// The IPv4 addresses of its interfaces, loopback included; asks the system each time.
    public static Set<Ip4> addresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(address -> new Ip4(ByteBuffer.wrap(address.getAddress()).getInt()))
                .collect(Collectors.toSet());
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
