package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Fact;
import org.twinlease.config.logic.Function;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.Packet;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

/// The built-in functions and facts (`spec/dhcpd-conf.md` 7.1). Null is an undefined value.
final class DataFunctions {
    private static final int FILE = 108;
    private static final int FILE_LENGTH = 128;
    private static final int SNAME = 44;
    private static final int SNAME_LENGTH = 64;

    private final Evaluator evaluator;
    private final Circumstances about;

    DataFunctions(Evaluator evaluator, Circumstances about) {
        this.evaluator = evaluator;
        this.about = about;
    }

    @Nullable Octets fact(Fact fact) {
        Packet packet = about.packet();
        return switch (fact) {
            case HARDWARE -> packet == null ? null : hardware(packet.hardware());
            case LEASED_ADDRESS ->
                    about.leased() == null ? null : Octets.of(about.leased().octets());
            case HOST_DECL_NAME -> about.hostName() == null ? null : text(about.hostName());
            case FILENAME -> packet == null ? null : field(packet, FILE, FILE_LENGTH);
            case SERVER_NAME -> packet == null ? null : field(packet, SNAME, SNAME_LENGTH);
            default -> null;
        };
    }

    private static @Nullable Octets hardware(@Nullable HardwareAddress hardware) {
        if (hardware == null) return null;
        byte[] out = new byte[hardware.address().length() + 1];
        out[0] = (byte) hardware.type();
        hardware.address().copyTo(out, 1);
        return Octets.of(out);
    }

    private static Octets text(String text) {
        return Octets.ofText(text);
    }

    /// A field of the head up to its first zero octet, null when it is empty.
    private static @Nullable Octets field(Packet packet, int offset, int length) {
        Octets raw = packet.raw(offset, length);
        int end = 0;
        while (end < raw.length() && raw.at(end) != 0) end++;
        return end == 0 ? null : part(raw, 0, end);
    }

    @Nullable Long count(Fact fact) {
        return fact == Fact.LEASE_TIME && about.leaseSeconds() >= 0 ? about.leaseSeconds() : null;
    }

    @Nullable Boolean truth(Fact fact) {
        if (about.packet() == null) return null;
        return switch (fact) {
            case KNOWN -> about.hostName() != null;
            case STATIC -> about.fixed();
            default -> null;
        };
    }

    /// A function that yields octets.
    @Nullable Octets apply(Expression.Apply a) {
        List<Expression> args = a.arguments();
        return switch (a.function()) {
            case SUBSTRING -> substring(args);
            case SUFFIX -> suffix(args);
            case LCASE -> cased(args.getFirst(), false);
            case UCASE -> cased(args.getFirst(), true);
            case CONCAT -> concat(args);
            case BINARY_TO_ASCII -> ascii(args);
            case REVERSE -> reverse(args);
            case PICK_FIRST_VALUE -> first(args);
            case PACKET -> packet(args);
            case ENCODE_INT -> encoded(args);
            case EXTRACT_INT, V6RELAY -> null;
        };
    }

    /// `extract-int`; undefined where there are too few octets.
    @Nullable Long extracted(Expression.Apply a) {
        if (a.function() != Function.EXTRACT_INT) return null;
        Octets data = evaluator.data(a.arguments().getFirst());
        int width = width(a.arguments().get(1)) / 8;
        if (data == null || data.length() < width) return null;
        return Evaluator.unsigned(part(data, 0, width));
    }

    private static int width(Expression e) {
        return e instanceof Expression.Numeral n ? n.value() : 8;
    }

    private @Nullable Octets encoded(List<Expression> args) {
        Long number = evaluator.number(args.getFirst());
        return number == null ? null : Evaluator.bigEndian(number, width(args.get(1)) / 8);
    }

    private static Octets part(Octets data, long from, long to) {
        int start = (int) Math.min(from, data.length());
        int end = (int) Math.min(to, data.length());
        return Octets.of(data.toArray(), start, Math.max(0, end - start));
    }

    private @Nullable Octets substring(List<Expression> args) {
        Octets data = evaluator.data(args.getFirst());
        Long offset = evaluator.number(args.get(1));
        Long length = evaluator.number(args.get(2));
        if (data == null || offset == null || length == null) return null;
        return part(data, offset, offset + length);
    }

    private @Nullable Octets suffix(List<Expression> args) {
        Octets data = evaluator.data(args.getFirst());
        Long length = evaluator.number(args.get(1));
        if (data == null || length == null) return null;
        return part(data, Math.max(0, data.length() - length), data.length());
    }

    private @Nullable Octets packet(List<Expression> args) {
        Packet packet = about.packet();
        Long offset = evaluator.number(args.getFirst());
        Long length = evaluator.number(args.get(1));
        if (packet == null || offset == null || length == null) return null;
        if (offset >= packet.length()) return null;
        int most = packet.length() - offset.intValue();
        return packet.raw(offset.intValue(), (int) Math.min(length, most));
    }

    private @Nullable Octets cased(Expression e, boolean upper) {
        Octets data = evaluator.data(e);
        if (data == null) return null;
        byte[] out = data.toArray();
        for (int i = 0; i < out.length; i++) {
            boolean changes =
                    upper ? out[i] >= 'a' && out[i] <= 'z' : out[i] >= 'A' && out[i] <= 'Z';
            if (changes) out[i] ^= 0x20;
        }
        return Octets.of(out);
    }

    private @Nullable Octets concat(List<Expression> args) {
        var out = new ByteArrayOutputStream();
        for (Expression e : args) {
            Octets data = evaluator.data(e);
            if (data == null || out.size() > Evaluator.MOST_OCTETS) return null;
            out.writeBytes(data.toArray());
        }
        return Octets.of(out.toByteArray());
    }

    private @Nullable Octets first(List<Expression> args) {
        for (Expression e : args) {
            Octets data = evaluator.data(e);
            if (data != null) return data;
        }
        return null;
    }

    private @Nullable Octets reverse(List<Expression> args) {
        Long width = evaluator.number(args.getFirst());
        Octets data = evaluator.data(args.get(1));
        if (width == null || data == null || width == 0 || data.length() % width != 0) return null;
        byte[] out = new byte[data.length()];
        int step = width.intValue();
        for (int i = 0; i < out.length; i += step) {
            for (int j = 0; j < step; j++) out[i + j] = (byte) data.at(out.length - i - step + j);
        }
        return Octets.of(out);
    }

    private @Nullable Octets ascii(List<Expression> args) {
        Long base = evaluator.number(args.getFirst());
        Long bits = evaluator.number(args.get(1));
        Octets separator = evaluator.data(args.get(2));
        Octets data = evaluator.data(args.get(3));
        if (base == null || bits == null || separator == null || data == null) return null;
        boolean fits = base >= 2 && base <= 16 && (bits == 8 || bits == 16 || bits == 32);
        if (!fits || data.length() % (bits / 8) != 0) return null;
        int width = (int) (bits / 8);
        var out = new StringBuilder();
        for (int i = 0; i < data.length(); i += width) {
            if (i > 0) out.append(separator.text());
            long number = Evaluator.unsigned(part(data, i, i + (long) width));
            String digits = Long.toString(number, base.intValue()).toLowerCase(Locale.ROOT);
            out.append("0".repeat(Math.max(0, columns(number, base) - digits.length())));
            out.append(digits);
            if (out.length() > Evaluator.MOST_OCTETS) return null;
        }
        return Octets.ofText(out.toString());
    }

    /// How many digits dhcpd makes room for: it multiplies in 32 bits and is one off where that
    /// overflows without being seen, so that 4294967295 is written 04294967295.
    private static int columns(long number, long base) {
        int columns = 0;
        long power = 1;
        while (power <= number) {
            long next = power * base & 0xFFFF_FFFFL;
            if (next < power) return columns + 1;
            power = next;
            columns++;
        }
        return Math.max(1, columns);
    }
}
