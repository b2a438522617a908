package org.twinlease.app.host;

import java.net.InetAddress;
import java.net.UnknownHostException;

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

    /// Its name as it says it itself; empty when it has none.
    public static String fullName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
