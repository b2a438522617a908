package org.twinlease.wire.omapi;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The ways of signing that dhcpd knows: its name in `dhcpd.conf`, the octets of a signature, and
/// Java's name for it.
public enum OmapiAlgorithm {
    HMAC_MD5(16, "HmacMD5"),
    HMAC_SHA1(20, "HmacSHA1"),
    HMAC_SHA224(28, "HmacSHA224"),
    HMAC_SHA256(32, "HmacSHA256"),
    HMAC_SHA384(48, "HmacSHA384"),
    HMAC_SHA512(64, "HmacSHA512");

    /// What stands behind the name on the wire; dhcpd finds no key without the last dot.
    private static final String SUFFIX = ".SIG-ALG.REG.INT.";

    private final int octets;
    private final String mac;

    OmapiAlgorithm(int octets, String mac) {
        this.octets = octets;
        this.mac = mac;
    }

    /// The name in `dhcpd.conf`, as in `hmac-sha256`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name in a message.
    public String wireName() {
        return word() + SUFFIX;
    }

    /// How many octets a signature has.
    public int octets() {
        return octets;
    }

    String mac() {
        return mac;
    }

    /// The algorithm that `dhcpd.conf` names, in either of its spellings; null for none.
    public static @Nullable OmapiAlgorithm ofWord(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("\\.sig-alg\\.reg\\.int\\.?$", "");
        for (OmapiAlgorithm each : values()) if (each.word().equals(plain)) return each;
        return null;
    }

    static boolean isLength(int octets) {
        if (octets == 0) return true;
        for (OmapiAlgorithm each : values()) if (each.octets == octets) return true;
        return false;
    }
}
