package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Kept;
import org.twinlease.lease.Lease;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads a lease entry in the very spelling in which dhcpd writes it, octet by octet and without
/// tokens: a file of a million leases is read in a few times less. Whatever is spelt otherwise is
/// left to [LeaseFields], so that this must only ever say the same or nothing.
final class QuickEntry {
    private static final byte[] BEGIN = octets("lease ");
    private static final byte[] INDENT = octets("  ");
    private static final byte[] VENDOR = octets("set vendor-class-identifier = ");
    private static final byte[][] TIMES = {
        octets("starts "),
        octets("ends "),
        octets("cltt "),
        octets("tstp "),
        octets("tsfp "),
        octets("atsfp ")
    };
    private static final byte[][] STATES = {
        octets("binding state "), octets("next binding state "), octets("rewind binding state ")
    };
    private static final byte[] HARDWARE = octets("hardware ethernet ");
    private static final byte[] UID = octets("uid ");
    private static final byte[] NAME = octets("client-hostname ");
    private static final byte[] NEVER = octets("never");
    private static final BindingState[] WORDS = BindingState.values();
    private static final byte[][] SPELT = new byte[WORDS.length][];

    static {
        for (int i = 0; i < WORDS.length; i++) SPELT[i] = octets(WORDS[i].word());
    }

    private static final int LONGEST = 255;
    private static final int MOST_HARDWARE = 16;

    private final byte[] in;
    private final byte[] value = new byte[LONGEST];
    private int at;
    private int lines;

    // The entry that is read.
    private final long[] times = new long[TIMES.length];
    private final @Nullable BindingState[] states = new BindingState[STATES.length];
    private int seen;
    private @Nullable HardwareAddress hardware;
    private @Nullable Octets clientId;
    private @Nullable Octets hostname;
    private @Nullable Octets kept;

    QuickEntry(byte[] in) {
        this.in = in;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Where the entry that was read last ends, behind its last line.
    int end() {
        return at;
    }

    /// How many lines it has.
    int lines() {
        return lines;
    }

    /// The lease of the entry that begins here; null when it is not quite so spelt.
    @Nullable Lease read(int from) {
        at = from;
        lines = 0;
        seen = 0;
        hardware = null;
        clientId = null;
        hostname = null;
        kept = null;
        Arrays.fill(times, 0);
        Arrays.fill(states, null);
        if (!skip(BEGIN)) return null;
        long address = address();
        if (address < 0 || !skip(' ') || !skip('{') || !newLine()) return null;
        while (!skip('}')) if (!line()) return null;
        BindingState state = states[0];
        if (!newLine() || state == null) return null;
        BindingState rewind = states[2] == null ? state : states[2];
        return new Lease(
                new Ip4((int) address),
                state,
                LeaseFields.told(rewind),
                hardware,
                clientId,
                hostname,
                null,
                times[0],
                times[1],
                times[2],
                times[3],
                times[4],
                times[5],
                kept,
                null);
    }

    private boolean line() {
        if (!skip(INDENT)) return false;
        for (int i = 0; i < TIMES.length; i++) {
            if (skip(TIMES[i])) return once(i) && time(i) && skip(';') && newLine();
        }
        for (int i = 0; i < STATES.length; i++) {
            if (skip(STATES[i])) return once(8 + i) && state(i) && skip(';') && newLine();
        }
        if (skip(HARDWARE)) return once(16) && hardware() && skip(';') && newLine();
        int field = skip(UID) ? 17 : skip(NAME) ? 18 : skip(VENDOR) ? 19 : -1;
        if (field < 0 || !once(field)) return false;
        Octets text = string();
        if (text == null) return false;
        if (field == 17) clientId = text;
        else if (field == 18) hostname = text;
        else kept = variable(text);
        return skip(';') && newLine();
    }

    private static @Nullable Octets variable(Octets text) {
        var entry = new Kept.Entry(Kept.Kind.DATA, "vendor-class-identifier", text);
        return new Kept(List.of(entry)).encode();
    }

    private boolean once(int field) {
        boolean first = (seen & 1 << field) == 0;
        seen |= 1 << field;
        return first;
    }

    private boolean skip(byte[] word) {
        int end = at + word.length;
        if (end > in.length) return false;
        for (int i = 0; i < word.length; i++) if (in[at + i] != word[i]) return false;
        at = end;
        return true;
    }

    private boolean skip(char c) {
        if (at >= in.length || in[at] != c) return false;
        at++;
        return true;
    }

    private boolean newLine() {
        lines++;
        return skip('\n');
    }

    /// A number of so many digits at most; -1 for none or more.
    private int number(int most) {
        int from = at;
        int number = 0;
        while (at < in.length && in[at] >= '0' && in[at] <= '9' && at - from <= most) {
            number = number * 10 + in[at++] - '0';
        }
        return at == from || at - from > most ? -1 : number;
    }

    private long address() {
        long bits = 0;
        for (int i = 0; i < 4; i++) {
            if (i > 0 && !skip('.')) return -1;
            int octet = number(3);
            if (octet < 0 || octet > 255) return -1;
            bits = bits << 8 | octet;
        }
        return bits;
    }

    /// `never`, or day of the week, date and time.
    private boolean time(int which) {
        if (skip(NEVER)) {
            times[which] = Lease.NEVER;
            return true;
        }
        if (number(1) < 0 || !skip(' ')) return false;
        long[] parts = new long[6];
        for (int i = 0; i < parts.length; i++) {
            if (i > 0 && !skip(i < 3 ? '/' : i == 3 ? ' ' : ':')) return false;
            int part = number(i == 0 ? 4 : 2);
            if (part < 0) return false;
            parts[i] = part;
        }
        times[which] = Dates.seconds(parts, 0);
        return true;
    }

    private boolean state(int which) {
        for (int i = 0; i < SPELT.length; i++) {
            if (!skip(SPELT[i])) continue;
            states[which] = WORDS[i];
            return true;
        }
        return false;
    }

    private boolean hardware() {
        int length = 0;
        do {
            int high = digit();
            int low = digit();
            if (high < 0 || low < 0 || length == MOST_HARDWARE) return false;
            value[length++] = (byte) (high << 4 | low);
        } while (skip(':'));
        hardware = new HardwareAddress(HardwareAddress.ETHERNET, Octets.of(value, 0, length));
        return true;
    }

    private int digit() {
        return at < in.length ? Character.digit(in[at++], 16) : -1;
    }

    /// A string in quotes of 1 to 255 octets, on one line, with no other escapes than dhcpd writes.
    private @Nullable Octets string() {
        if (!skip('"')) return null;
        int length = 0;
        while (at < in.length && in[at] != '"') {
            int c = in[at++];
            if (c == '\\') c = escape();
            else if (c < ' ') return null;
            if (c == Integer.MIN_VALUE || length == LONGEST) return null;
            value[length++] = (byte) c;
        }
        return length > 0 && skip('"') ? Octets.of(value, 0, length) : null;
    }

    private int escape() {
        if (skip('"')) return '"';
        if (skip('\\')) return '\\';
        int octet = 0;
        for (int i = 0; i < 3; i++) {
            int digit = at < in.length ? in[at++] - '0' : -1;
            if (digit < 0 || digit > (i == 0 ? 3 : 7)) return Integer.MIN_VALUE;
            octet = octet * 8 + digit;
        }
        return octet;
    }
}
