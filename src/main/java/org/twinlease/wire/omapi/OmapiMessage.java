package org.twinlease.wire.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;

/// One message. `authenticator` is the handle of the key that it is signed with, 0 for none;
/// `handle` the object that it is about, 0 for none; `id` its own number and `answers` that of the
/// request that it answers, 0 in a request. `about` are values about the message, `values` those of
/// the object. `signature` is empty when it is not signed.
public record OmapiMessage(
        int authenticator,
        OmapiOperation operation,
        int handle,
        int id,
        int answers,
        List<OmapiValue> about,
        List<OmapiValue> values,
        Octets signature) {

    /// The longest message that is taken, in octets; dhcpd's are of hundreds.
    public static final int MAX = 65_536;

    /// What each side sends first: version 100, and headers of 24 octets.
    public static final Octets STARTUP = Octets.ofText("\0\0\0d\0\0\0\u0018");

    static final int HEADER = 24;

    /// Where what a signature covers begins: the authenticator's handle is not part of it.
    private static final int SIGNED_FROM = 4;

    /// Takes copies of the lists.
    public OmapiMessage {
        about = List.copyOf(about);
        values = List.copyOf(values);
    }

    /// A request that is not signed.
    public static OmapiMessage request(
            OmapiOperation operation,
            int handle,
            int id,
            List<OmapiValue> about,
            List<OmapiValue> values) {
        return new OmapiMessage(0, operation, handle, id, 0, about, values, Octets.EMPTY);
    }

    /// The object's value of a name; null when it has none.
    public @Nullable OmapiValue value(String name) {
        return find(values, name);
    }

    /// The message's own value of a name; null when it has none.
    public @Nullable OmapiValue aboutIt(String name) {
        return find(about, name);
    }

    private static @Nullable OmapiValue find(List<OmapiValue> values, String name) {
        for (OmapiValue value : values) if (value.name().equals(name)) return value;
        return null;
    }

    /// The same, signed with a key whose authenticator has a handle.
    public OmapiMessage signed(int handleOfKey, OmapiKey key) {
        byte[] octets = unsigned(handleOfKey, key.algorithm().octets());
        Octets signed = key.sign(octets, SIGNED_FROM, octets.length - SIGNED_FROM);
        return new OmapiMessage(handleOfKey, operation, handle, id, answers, about, values, signed);
    }

    /// Whether it carries this key's signature.
    public boolean isSignedBy(OmapiKey key) {
        byte[] octets = unsigned(authenticator, signature.length());
        Octets right = key.sign(octets, SIGNED_FROM, octets.length - SIGNED_FROM);
        return MessageDigest.isEqual(right.toArray(), signature.toArray());
    }

    /// Its octets.
    public byte[] encode() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(unsigned(authenticator, signature.length()));
        out.writeBytes(signature.toArray());
        return out.toByteArray();
    }

    private byte[] unsigned(int handleOfKey, int signatureLength) {
        var out = new ByteArrayOutputStream();
        for (int word :
                new int[] {handleOfKey, signatureLength, operation.code(), handle, id, answers}) {
            put(out, word, 4);
        }
        put(out, about);
        put(out, values);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, List<OmapiValue> values) {
        for (OmapiValue value : values) {
            Octets name = Octets.ofText(value.name());
            put(out, name.length(), 2);
            out.writeBytes(name.toArray());
            put(out, value.octets().length(), 4);
            out.writeBytes(value.octets().toArray());
        }
        put(out, 0, 2);
    }

    private static void put(ByteArrayOutputStream out, int number, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) out.write(number >>> shift);
    }
}
