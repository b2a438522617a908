package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Octets;

/// What most leases have little or none of, packed in one array a lease: client identifier, host
/// name, relay agent information, what the configuration keeps, and hardware addresses of more than
/// eight octets. Each part is its number, a length of two octets, its octets. An identifier that is
/// just hardware type and address (RFC 2132 section 9.14, what most clients send) costs one octet.
final class Details {

    private static final int CLIENT_ID = 1;
    private static final int HOSTNAME = 2;
    private static final int AGENT = 3;
    private static final int HARDWARE = 4;
    private static final int CLIENT_ID_IS_HARDWARE = 5;
    private static final int VARIABLES = 6;
    private static final int BILLING = 7;

    private Details() {}

    static byte @Nullable [] pack(Lease lease) {
        HardwareAddress hardware = lease.hardware();
        Octets id = lease.clientId();
        boolean same = id != null && hardware != null && id.equals(asClientId(hardware));
        Octets wide =
                hardware != null && hardware.address().length() > 8 ? hardware.address() : null;
        int size =
                (same ? 1 : size(id))
                        + size(lease.hostname())
                        + size(lease.relayAgent())
                        + size(lease.variables())
                        + size(lease.billing())
                        + size(wide);
        if (size == 0) return null;
        byte[] out = new byte[size];
        int at = 0;
        if (same) out[at++] = CLIENT_ID_IS_HARDWARE;
        else at = put(out, at, CLIENT_ID, id);
        at = put(out, at, HOSTNAME, lease.hostname());
        at = put(out, at, AGENT, lease.relayAgent());
        at = put(out, at, VARIABLES, lease.variables());
        at = put(out, at, BILLING, lease.billing());
        put(out, at, HARDWARE, wide);
        return out;
    }

    static @Nullable Octets clientId(byte @Nullable [] in, @Nullable HardwareAddress hardware) {
        if (in != null && hardware != null && in[0] == CLIENT_ID_IS_HARDWARE) {
            return asClientId(hardware);
        }
        return part(in, CLIENT_ID);
    }

    static @Nullable Octets hostname(byte @Nullable [] in) {
        return part(in, HOSTNAME);
    }

    static @Nullable Octets agent(byte @Nullable [] in) {
        return part(in, AGENT);
    }

    static @Nullable Octets variables(byte @Nullable [] in) {
        return part(in, VARIABLES);
    }

    static @Nullable Octets billing(byte @Nullable [] in) {
        return part(in, BILLING);
    }

    static @Nullable Octets wideHardware(byte @Nullable [] in) {
        return part(in, HARDWARE);
    }

    private static Octets asClientId(HardwareAddress hardware) {
        byte[] id = new byte[hardware.address().length() + 1];
        id[0] = (byte) hardware.type();
        hardware.address().copyTo(id, 1);
        return Octets.of(id);
    }

    private static int size(@Nullable Octets value) {
        return value == null ? 0 : value.length() + 3;
    }

    private static int put(byte[] out, int at, int part, @Nullable Octets value) {
        if (value == null) return at;
        out[at] = (byte) part;
        out[at + 1] = (byte) (value.length() >>> 8);
        out[at + 2] = (byte) value.length();
        value.copyTo(out, at + 3);
        return at + 3 + value.length();
    }

    private static @Nullable Octets part(byte @Nullable [] in, int part) {
        if (in == null) return null;
        int at = in[0] == CLIENT_ID_IS_HARDWARE ? 1 : 0;
        while (at < in.length) {
            int length = (in[at + 1] & 255) << 8 | (in[at + 2] & 255);
            if (in[at] == part) return Octets.of(in, at + 3, length);
            at += 3 + length;
        }
        return null;
    }
}
