package org.twinlease.isc;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Domain names in wire form (RFC 1035 3.1), with the compression of RFC 3397 where the option has
/// it.
final class DomainNames {
    private static final int FARTHEST = 0x3FFF;

    private final ByteArrayOutputStream out;
    private final @Nullable Map<String, Integer> suffixes;

    /// Appends names to `out`, whose first octet is where compression pointers count from.
    DomainNames(ByteArrayOutputStream out, boolean compressed) {
        this.out = out;
        this.suffixes = compressed ? new HashMap<>() : null;
    }

    /// Appends a dotted name. False, and nothing appended, when a label is empty or over 63 octets
    /// or the name over 255.
    boolean add(String name) {
        String rest = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (rest.length() > 253) return false;
        String[] labels = rest.split("\\.", -1);
        if (!rest.isEmpty()) {
            for (String label : labels) if (label.isEmpty() || label.length() > 63) return false;
        }
        while (!rest.isEmpty()) {
            if (pointed(rest)) return true;
            int dot = rest.indexOf('.');
            String label = dot < 0 ? rest : rest.substring(0, dot);
            out.write(label.length());
            for (int i = 0; i < label.length(); i++) out.write(label.charAt(i));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        out.write(0);
        return true;
    }

    /// Writes a pointer to where the name stood before; else remembers that it stands here.
    private boolean pointed(String name) {
        if (suffixes == null) return false;
        Integer before = suffixes.putIfAbsent(name.toLowerCase(Locale.ROOT), out.size());
        if (before == null || before > FARTHEST) return false;
        out.write(0xC0 | before >> 8);
        out.write(before);
        return true;
    }
}
