package org.twinlease.transport;

/// ICMP echo messages (RFC 792): requests that carry a token, and replies that bring it back.
///
/// @param identifier ours, or what the system put there on a ping socket
/// @param sequence 0 to 65535
/// @param token eight octets of data that only a true answer repeats
record Echo(int identifier, int sequence, long token) {
    static final int LENGTH = 8 + 56; // the data that ping(8) sends, so that filters know it
    private static final int REQUEST = 8;
    private static final int REPLY = 0;

    /// The whole message, with its checksum.
    byte[] request() {
        byte[] message = new byte[LENGTH];
        message[0] = REQUEST;
        Frame.put16(message, 4, identifier);
        Frame.put16(message, 6, sequence);
        for (int i = 0; i < 8; i++) message[8 + i] = (byte) (token >>> (56 - 8 * i));
        Frame.put16(message, 2, Frame.complement(Frame.sum(message, 0, LENGTH, 0)));
        return message;
    }

    /// Whether the octets are a reply to this request. A raw socket sees every reply that comes to
    /// the machine and its IP header in front; a ping socket sees its own, with an identifier of
    /// the system's, and no header.
    boolean isAnsweredBy(byte[] bytes, boolean raw) {
        int start = raw && bytes.length > 0 ? (bytes[0] & 15) * 4 : 0;
        if (bytes.length < start + 16 || bytes[start] != REPLY) return false;
        long data = 0;
        for (int i = 0; i < 8; i++) data = data << 8 | (bytes[start + 8 + i] & 255);
        boolean same = !raw || get16(bytes, start + 4) == identifier;
        return same && sequenceOf(bytes, raw) == sequence && data == token;
    }

    /// The sequence number of a message, -1 when it is too short to have one.
    static int sequenceOf(byte[] bytes, boolean raw) {
        int start = raw && bytes.length > 0 ? (bytes[0] & 15) * 4 : 0;
        return bytes.length < start + 8 ? -1 : get16(bytes, start + 6);
    }

    private static int get16(byte[] bytes, int offset) {
        return (bytes[offset] & 255) << 8 | (bytes[offset + 1] & 255);
    }
}
