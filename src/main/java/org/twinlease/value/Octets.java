package org.twinlease.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of octets, compared by content: client identifiers, option values.
public final class Octets {

    /// No octets at all.
    public static final Octets EMPTY = new Octets(new byte[0]);

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies the octets.
    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /// Copies `length` octets from `offset`.
    public static Octets of(byte[] bytes, int offset, int length) {
        return length == 0 ? EMPTY : new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /// The text's characters as ISO 8859-1 octets: configuration files have no encoding.
    public static Octets ofText(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// How many octets there are.
    public int length() {
        return bytes.length;
    }

    /// The octet at an index, 0 to 255.
    public int at(int index) {
        return bytes[index] & 255;
    }

    /// A copy of the octets.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// Copies all octets to `target` from `offset` on.
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
    }

    /// The octets as ISO 8859-1 text.
    public String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Whether every octet is a printable ASCII character and there is at least one.
    public boolean isPrintable() {
        for (byte b : bytes) if (b < 32 || b == 127) return false;
        return bytes.length > 0;
    }

    /// Two lower-case hexadecimal digits an octet, colons between.
    public String hex() {
        return COLONS.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets o && Arrays.equals(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
