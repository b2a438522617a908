package org.twinlease.isc.tree;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// IPv6 addresses text to sixteen octets (RFC 4291 2.2), the last four perhaps written as IPv4.
final class Ip6 {
    private Ip6() {}

    /// The octets, null when the text is no address.
    static byte @Nullable [] parse(String written) {
        String text = written.indexOf('.') < 0 ? written : withoutDots(written);
        if (text == null) return null;
        int gap = text.indexOf("::");
        if (gap < 0) return text.isEmpty() ? null : groups(text, 16);
        if (text.indexOf("::", gap + 1) >= 0) return null;
        byte[] front = groups(text.substring(0, gap), -1);
        byte[] back = groups(text.substring(gap + 2), -1);
        if (front == null || back == null || front.length + back.length > 14) return null;
        byte[] all = new byte[16];
        System.arraycopy(front, 0, all, 0, front.length);
        System.arraycopy(back, 0, all, 16 - back.length, back.length);
        return all;
    }

    /// The same address with two groups in the place of the IPv4 form at its end.
    private static @Nullable String withoutDots(String text) {
        int from = text.lastIndexOf(':') + 1;
        Ip4 tail = Ip4.parse(text.substring(from));
        if (from == 0 || tail == null) return null;
        int bits = tail.bits();
        return text.substring(0, from)
                + Integer.toHexString(bits >>> 16)
                + ":"
                + Integer.toHexString(bits & 0xFFFF);
    }

    /// Groups of four hexadecimal digits; the octets must be `wanted` many unless that is -1.
    private static byte @Nullable [] groups(String text, int wanted) {
        if (text.isEmpty()) return new byte[0];
        String[] groups = text.split(":", -1);
        byte[] octets = new byte[groups.length * 2];
        if (wanted >= 0 && octets.length != wanted) return null;
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].matches("[0-9a-fA-F]{1,4}")) return null;
            int value = Integer.parseInt(groups[i], 16);
            octets[2 * i] = (byte) (value >> 8);
            octets[2 * i + 1] = (byte) value;
        }
        return octets;
    }
}
