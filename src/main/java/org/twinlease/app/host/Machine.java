package org.twinlease.app;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// The computer that this runs on.
final class Machine {
    private Machine() {}

    /// Its name, without a domain.
    static String name() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            int dot = name.indexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        } catch (UnknownHostException nameless) {
            return "twinlease";
        }
    }
}
