package org.twinlease.isc.leases;

import org.twinlease.isc.Dates;
import org.twinlease.isc.tree.Token;
import org.twinlease.lease.Lease;

/// A time as a dhcpd reads it: where something is wrong it takes one token more and says 0.
final class DhcpdDate {
    private static final String[] BETWEEN = {"", "/", "/", "", ":", ":"};

    private DhcpdDate() {}

    /// Seconds since 1970, or `never`.
    static Object read(DhcpdTokens in) {
        if (in.skip("never")) return "never";
        if (in.skip("epoch")) return isNumber(in) ? shown(number(in)) : 0L;
        if (!isNumber(in)) return 0L;
        in.next();
        long[] parts = new long[BETWEEN.length];
        for (int i = 0; i < parts.length; i++) {
            if (!BETWEEN[i].isEmpty() && !isThere(in, BETWEEN[i])) return 0L;
            if (!isNumber(in)) return 0L;
            parts[i] = number(in);
        }
        long offset = 0;
        if (in.peek().kind() == Token.Kind.NUMBER) offset = number(in);
        else if (!in.peek().is(";")) return passed(in);
        return shown(Dates.seconds(parts, offset));
    }

    private static Object shown(long seconds) {
        if (seconds == Lease.NEVER) return "never";
        return seconds;
    }

    private static long number(DhcpdTokens in) {
        return DhcpdLease.atoi(in.next().raw());
    }

    private static boolean isNumber(DhcpdTokens in) {
        if (in.peek().kind() == Token.Kind.NUMBER) return true;
        passed(in);
        return false;
    }

    private static boolean isThere(DhcpdTokens in, String text) {
        if (in.skip(text)) return true;
        passed(in);
        return false;
    }

    private static long passed(DhcpdTokens in) {
        if (!in.peek().is(";")) in.next();
        return 0;
    }
}
