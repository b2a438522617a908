package org.twinlease.wire.omapi;

import org.twinlease.value.Octets;

import java.security.GeneralSecurityException;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that both sides know and sign with. Its secret goes into signatures and nowhere else: it
/// has no accessor, and it is in no text.
public final class OmapiKey {

    private final String name;
    private final OmapiAlgorithm algorithm;
    private final Octets secret;

    /// `secret` is what its base64 in `dhcpd.conf` says: at least one octet.
    public OmapiKey(String name, OmapiAlgorithm algorithm, Octets secret) {
        if (secret.length() == 0) throw new IllegalArgumentException("a key without a secret");
        this.name = name;
        this.algorithm = algorithm;
        this.secret = secret;
    }

    /// Its name in `dhcpd.conf`.
    public String name() {
        return name;
    }

    /// What it signs with.
    public OmapiAlgorithm algorithm() {
        return algorithm;
    }

    /// The signature of `length` octets from an offset.
    Octets sign(byte[] octets, int offset, int length) {
        try {
            Mac mac = Mac.getInstance(algorithm.mac());
            mac.init(new SecretKeySpec(secret.toArray(), algorithm.mac()));
            mac.update(octets, offset, length);
            return Octets.of(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " is in every Java", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OmapiKey o
                && name.equals(o.name)
                && algorithm == o.algorithm
                && secret.equals(o.secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, algorithm);
    }

    @Override
    public String toString() {
        return name + " (" + algorithm.word() + ")";
    }
}
