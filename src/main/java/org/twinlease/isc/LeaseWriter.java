package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// Writes lease entries in dhcpd's spelling and order (`spec/dhcpd-leases.md` 8).
final class LeaseWriter {
    /// What every lease file begins with. The byte order is about fields of ancient versions.
    static final String HEADER =
            """
            # The format of this file is documented in the dhcpd.leases(5) manual page.
            # This lease file was written by Twinlease.

            # authoring-byte-order entry is generated, DO NOT DELETE
            authoring-byte-order little-endian;

            """;

    private static final OptionSpaces SPACES = new OptionSpaces();

    private LeaseWriter() {}

    static String entry(Lease lease) {
        var out = new StringBuilder(300);
        out.append("lease ").append(lease.address()).append(" {\n");
        time(out, "starts", lease.starts());
        time(out, "ends", lease.ends());
        time(out, "tstp", lease.tstp());
        time(out, "tsfp", lease.tsfp());
        time(out, "atsfp", lease.atsfp());
        time(out, "cltt", lease.cltt());
        line(out, "binding state ", lease.state().word());
        BindingState next = next(lease.state());
        if (next != lease.state()) line(out, "next binding state ", next.word());
        if (lease.state() == BindingState.ACTIVE) line(out, "rewind binding state ", "free");
        if ((lease.flags() & Lease.RESERVED) != 0) line(out, "reserved", "");
        if ((lease.flags() & Lease.BOOTP) != 0) line(out, "dynamic-bootp", "");
        hardware(out, lease.hardware());
        Octets clientId = lease.clientId();
        if (clientId != null) line(out, "uid ", quoted(clientId));
        if (lease.relayAgent() != null) relayAgent(out, lease.relayAgent());
        Octets name = lease.hostname();
        if (name != null && isWritable(name)) line(out, "client-hostname ", quoted(name));
        return out.append("}\n").toString();
    }

    /// What the state becomes when its time is over, for a server alone.
    private static BindingState next(BindingState state) {
        return state == BindingState.BACKUP ? state : BindingState.FREE;
    }

    private static void time(StringBuilder out, String word, long seconds) {
        if (seconds != 0) line(out, word + " ", Dates.write(seconds));
    }

    private static void line(StringBuilder out, String words, String value) {
        out.append("  ").append(words).append(value).append(";\n");
    }

    private static void hardware(StringBuilder out, @Nullable HardwareAddress hardware) {
        if (hardware == null) return;
        String type =
                switch (hardware.type()) {
                    case 1 -> "ethernet";
                    case 6 -> "token-ring";
                    case 8 -> "fddi";
                    case 32 -> "infiniband";
                    default -> "unknown-" + hardware.type();
                };
        String address = hardware.address().hex();
        line(out, "hardware ", address.isEmpty() ? type : type + " " + address);
    }

    /// dhcpd leaves out host names with other characters.
    private static boolean isWritable(Octets name) {
        return isPlain(name) && name.text().indexOf('"') < 0 && name.text().indexOf('\\') < 0;
    }

    private static boolean isPlain(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) < 0x20 || octets.at(i) > 0x7e) return false;
        }
        return octets.length() > 0;
    }

    /// A string with escapes: three octal digits for whatever is not printable ASCII.
    private static String quoted(Octets octets) {
        var out = new StringBuilder(octets.length() + 2).append('"');
        for (int i = 0; i < octets.length(); i++) {
            int c = octets.at(i);
            if (c < 0x20 || c > 0x7e) {
                out.append('\\').append((char) ('0' + (c >> 6)));
                out.append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
            } else {
                if (c == '"' || c == '\\') out.append('\\');
                out.append((char) c);
            }
        }
        return out.append('"').toString();
    }

    /// Option 82's suboptions one by one; nothing when they do not add up.
    private static void relayAgent(StringBuilder out, Octets value) {
        var lines = new StringBuilder();
        int at = 0;
        while (at + 2 <= value.length()) {
            int code = value.at(at);
            int end = at + 2 + value.at(at + 1);
            if (end > value.length()) return;
            byte[] part = new byte[end - at - 2];
            for (int i = 0; i < part.length; i++) part[i] = (byte) value.at(at + 2 + i);
            line(lines, "option agent." + suboption(code, Octets.of(part)), "");
            at = end;
        }
        if (at == value.length()) out.append(lines);
    }

    private static String suboption(int code, Octets value) {
        OptionSpaces.Space agent = SPACES.space("agent");
        OptionDefinition known = agent == null ? null : SPACES.other(agent, code, "");
        String format = known == null ? "X" : known.format();
        boolean number = value.length() == 4 && (format.equals("I") || format.equals("L"));
        boolean fits = number || format.equals("X") || (format.equals("Z") && value.length() == 0);
        String name = known == null || !fits ? "unknown-" + code : known.name();
        if (number) {
            int bits = value.at(0) << 24 | value.at(1) << 16 | value.at(2) << 8 | value.at(3);
            return name
                    + " "
                    + (format.equals("I") ? Ip4.text(bits) : Integer.toUnsignedString(bits));
        }
        if (format.equals("Z") && fits) return name;
        return name + " " + (isPlain(value) ? quoted(value) : list(value));
    }

    /// Octets as dhcpd lists them here: without leading zeros. None at all is the empty string.
    private static String list(Octets value) {
        if (value.length() == 0) return "\"\"";
        var out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (i > 0) out.append(':');
            out.append(Integer.toHexString(value.at(i)));
        }
        return out.toString();
    }
}
