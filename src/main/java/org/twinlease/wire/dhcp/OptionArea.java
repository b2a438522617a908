package org.twinlease.wire.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;

/// One place that holds options: the options field, or `file` or `sname` under overload. Always
/// keeps an octet for the end option.
final class OptionArea {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    private final int capacity;
    private int reserved;
    private int lastCode;
    private @Nullable Octets last;

    OptionArea(int capacity) {
        this.capacity = capacity;
    }

    /// Octets that a value takes with its codes and lengths, split into runs of 255.
    static int sizeOf(int length) {
        return length + 2 * Math.max(1, (length + 254) / 255);
    }

    int left() {
        return capacity - out.size() - reserved - 1;
    }

    int size() {
        return out.size();
    }

    void reserveBytes(int count) {
        reserved += count;
    }

    /// Keeps room for an option that is put last, by [#putReserved].
    void reserve(int code, Octets value) {
        lastCode = code;
        last = value;
        reserved += sizeOf(value.length());
    }

    void putReserved() {
        if (last == null) return;
        reserved -= sizeOf(last.length());
        boolean _ = put(lastCode, last);
    }

    /// Writes the option when it fits whole.
    boolean put(int code, Octets value) {
        if (sizeOf(value.length()) > left()) return false;
        byte[] bytes = value.toArray();
        int at = 0;
        do {
            int run = Math.min(255, bytes.length - at);
            out.write(code);
            out.write(run);
            out.write(bytes, at, run);
            at += run;
        } while (at < bytes.length);
        return true;
    }

    void copyTo(byte[] target, int at) {
        byte[] bytes = out.toByteArray();
        System.arraycopy(bytes, 0, target, at, bytes.length);
        target[at + bytes.length] = (byte) 255;
    }
}
