package org.twinlease.wire.pcap;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a capture in the pcapng format (draft-ietf-opsawg-pcapng): one section, interfaces of
/// plain IPv4, packets with their time in microseconds and their direction. The caller closes the
/// stream.
public final class CaptureWriter {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int PACKET = 6;
    private static final int RAW = 101;
    private static final int NAME = 2;
    private static final int DESCRIPTION = 3;
    private static final int PROGRAM = 4;
    private static final int FLAGS = 2;

    private final DataOutputStream out;
    private int faces;

    /// Begins a file, which names the program that has made it.
    public CaptureWriter(OutputStream out, String program) throws IOException {
        this.out = new DataOutputStream(out);
        var body = new Body();
        body.data.writeInt(BYTE_ORDER);
        body.data.writeShort(1);
        body.data.writeShort(0);
        body.data.writeLong(-1);
        body.text(PROGRAM, program);
        body.endOptions();
        block(SECTION, body);
    }

    /// Adds an interface of plain IPv4; its number is what [#packet] wants.
    public int face(String name, String description) throws IOException {
        var body = new Body();
        body.data.writeShort(RAW);
        body.data.writeShort(0);
        body.data.writeInt(0);
        body.text(NAME, name);
        body.text(DESCRIPTION, description);
        body.endOptions();
        block(INTERFACE, body);
        return faces++;
    }

    /// Adds an IPv4 packet that passed an interface, at microseconds since 1970.
    public void packet(int face, long atMicros, byte[] ip, boolean outgoing) throws IOException {
        var body = new Body();
        body.data.writeInt(face);
        body.data.writeLong(atMicros);
        body.data.writeInt(ip.length);
        body.data.writeInt(ip.length);
        body.padded(ip);
        body.data.writeShort(FLAGS);
        body.data.writeShort(4);
        body.data.writeInt(outgoing ? 2 : 1);
        body.endOptions();
        block(PACKET, body);
    }

    private void block(int type, Body body) throws IOException {
        int length = body.bytes.size() + 12;
        out.writeInt(type);
        out.writeInt(length);
        body.bytes.writeTo(out);
        out.writeInt(length);
        out.flush();
    }

    /// What stands between a block's two lengths.
    private static final class Body {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream data = new DataOutputStream(bytes);

        void text(int code, String text) throws IOException {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            data.writeShort(code);
            data.writeShort(octets.length);
            padded(octets);
        }

        /// Everything stands at multiples of four.
        void padded(byte[] octets) throws IOException {
            data.write(octets);
            for (int i = octets.length; i % 4 != 0; i++) data.writeByte(0);
        }

        void endOptions() throws IOException {
            data.writeInt(0);
        }
    }
}
