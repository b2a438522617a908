package org.twinlease.wire.dhcp;

import java.nio.charset.StandardCharsets;

/// Numbers and texts in fixed fields, network order.
final class Field {

    private Field() {}

    static int u16(byte[] in, int at) {
        return (in[at] & 255) << 8 | (in[at + 1] & 255);
    }

    static int u32(byte[] in, int at) {
        return u16(in, at) << 16 | u16(in, at + 2);
    }

    static void u16(byte[] out, int at, int value) {
        out[at] = (byte) (value >>> 8);
        out[at + 1] = (byte) value;
    }

    static void u32(byte[] out, int at, int value) {
        u16(out, at, value >>> 16);
        u16(out, at + 2, value);
    }

    static String text(byte[] in, int from, int to) {
        int end = from;
        while (end < to && in[end] != 0) end++;
        return new String(in, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
