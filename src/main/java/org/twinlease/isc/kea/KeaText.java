package org.twinlease.isc.kea;

import org.twinlease.value.Octets;

/// How Kea writes octets in its expressions and option values.
final class KeaText {

    private KeaText() {}

    /// A literal of an expression: text in quotes where it can be read, else hexadecimal.
    static String literal(Octets value) {
        if (value.length() == 0) return "''";
        boolean readable = value.isPrintable() && value.text().indexOf('\'') < 0;
        return readable ? "'" + value.text() + "'" : "0x" + hex(value);
    }

    /// Hexadecimal without separators.
    static String hex(Octets value) {
        return value.hex().replace(":", "");
    }

    /// A name of a class: quotes would end it where an expression names it, and some names are
    /// Kea's own.
    static String className(String name) {
        String plain = name.replace('\'', '_').replace('"', '_');
        boolean taken =
                plain.matches("ALL|KNOWN|UNKNOWN|BOOTP|DROP|SKIP_DDNS")
                        || plain.matches("(VENDOR_CLASS|HA|AFTER|EXTERNAL|SPAWN)_.*");
        return taken ? "dhcpd-" + plain : plain;
    }
}
