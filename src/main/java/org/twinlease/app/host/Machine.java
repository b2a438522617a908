package org.twinlease.app.host;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// The computer that this runs on.
public final class Machine {
    private Machine() {}

    /// Its name, without a domain.
    public static String name() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            int dot = name.indexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        } catch (UnknownHostException nameless) {
            return "twinlease";
        }
    }
}
