package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.util.Collection;

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

    private final boolean paired;
    private final BindingState ownFree;

    private LeaseWriter(boolean paired, BindingState ownFree) {
        this.paired = paired;
        this.ownFree = ownFree;
    }

    /// A writer for the file of a server with these pairs.
    static LeaseWriter of(Collection<PairState> pairs) {
        boolean secondary = pairs.stream().anyMatch(pair -> pair.mclt() > 0);
        return new LeaseWriter(
                !pairs.isEmpty(), secondary ? BindingState.BACKUP : BindingState.FREE);
    }

    /// The state of a pair, after an empty line as dhcpd has it.
    static String pair(PairState pair) {
        var out = new StringBuilder(200);
        out.append("\nfailover peer ").append(quoted(Octets.ofText(pair.name())));
        out.append(" state {\n");
        state(out, "my", pair.mine(), pair.since());
        state(out, "partner", pair.partner(), pair.partnerSince());
        if (pair.mclt() > 0) line(out, "mclt ", Long.toString(pair.mclt()));
        return out.append("}\n").toString();
    }

    private static void state(StringBuilder out, String whose, ServerState state, long since) {
        line(out, whose + " state " + state.word() + " at ", Dates.write(since));
    }

    String entry(Lease lease) {
        var out = new StringBuilder(300);
        out.append("lease ").append(lease.address()).append(" {\n");
        time(out, "starts", lease.starts());
        time(out, "ends", lease.ends());
        time(out, "tstp", lease.tstp());
        time(out, "tsfp", lease.tsfp());
        time(out, "atsfp", lease.atsfp());
        time(out, "cltt", lease.cltt());
        line(out, "binding state ", lease.state().word());
        BindingState next = next(lease);
        if (next != lease.state()) line(out, "next binding state ", next.word());
        BindingState rewind = rewind(lease);
        if (rewind != lease.state()) line(out, "rewind binding state ", rewind.word());
        if ((lease.flags() & Lease.RESERVED) != 0) line(out, "reserved", "");
        if ((lease.flags() & Lease.BOOTP) != 0) line(out, "dynamic-bootp", "");
        LeaseScript.writeBilling(out, lease.billing());
        hardware(out, lease.hardware());
        Octets clientId = lease.clientId();
        if (clientId != null) line(out, "uid ", quoted(clientId));
        Kept kept = Kept.decode(lease.variables());
        LeaseScript.writeVariables(out, kept);
        if (lease.relayAgent() != null) relayAgent(out, lease.relayAgent());
        Octets name = lease.hostname();
        if (name != null && isWritable(name)) line(out, "client-hostname ", quoted(name));
        LeaseScript.writeEvents(out, kept);
        return out.append("}\n").toString();
    }

    /// What the state becomes when its time is over: for a lease that a partner shares not free at
    /// once.
    private BindingState next(Lease lease) {
        boolean shared = paired && (lease.tstp() | lease.tsfp() | lease.atsfp()) != 0;
        return switch (lease.state()) {
            case BACKUP -> BindingState.BACKUP;
            case ACTIVE -> shared ? BindingState.EXPIRED : BindingState.FREE;
            default -> BindingState.FREE;
        };
    }

    /// What the state may fall back to while the partner knows nothing of the change.
    private BindingState rewind(Lease lease) {
        boolean bound = lease.state() == BindingState.ACTIVE;
        boolean ended = isEnded(lease.state());
        if (ended && lease.is(Lease.TOLD_ENDED)) return lease.state();
        if (lease.is(Lease.TOLD_ACTIVE)) return BindingState.ACTIVE;
        if (lease.is(Lease.TOLD_ENDED)) return BindingState.EXPIRED;
        return bound || ended ? ownFree : lease.state();
    }

    private static boolean isEnded(BindingState state) {
        return switch (state) {
            case EXPIRED, RELEASED, RESET -> true;
            case FREE, ACTIVE, ABANDONED, BACKUP -> false;
        };
    }

    private static void time(StringBuilder out, String word, long seconds) {
        if (seconds != 0) line(out, word + " ", Dates.write(seconds));
    }

    static void line(StringBuilder out, String words, String value) {
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
    static String quoted(Octets octets) {
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
        return name + " " + value(value);
    }

    /// Octets as a string where they are plain, else as a list.
    static String value(Octets octets) {
        return isPlain(octets) ? quoted(octets) : list(octets);
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
