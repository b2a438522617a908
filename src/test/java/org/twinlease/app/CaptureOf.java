package org.twinlease.app;

import org.twinlease.value.Ip4;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.pcap.CaptureFile;
import org.twinlease.wire.pcap.CapturedFrame;
import org.twinlease.wire.pcap.Endpoint;
import org.twinlease.wire.pcap.Frames;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a capture of failover messages.
final class CaptureOf {

    static final Endpoint PRIMARY = new Endpoint(Ip4.of("10.77.0.2"), 44417);
    static final Endpoint SECONDARY = new Endpoint(Ip4.of("10.77.0.3"), 647);

    private final List<CapturedFrame> frames = new ArrayList<>();
    private final Map<Endpoint, Integer> sequences = new HashMap<>();

    /// A packet with the octets that come next in this direction.
    CaptureOf packet(long micros, Endpoint src, Endpoint dst, byte[] octets) {
        int sequence = sequences.merge(src, octets.length, Integer::sum) - octets.length;
        frames.add(Frames.data(micros * 1000, src, dst, sequence, octets));
        return this;
    }

    CaptureOf primary(FailoverMessage... messages) {
        return packet(micros(messages), PRIMARY, SECONDARY, joined(messages));
    }

    CaptureOf secondary(FailoverMessage... messages) {
        return packet(micros(messages), SECONDARY, PRIMARY, joined(messages));
    }

    private static long micros(FailoverMessage... messages) {
        return messages[0].time() * 1_000_000;
    }

    private static byte[] joined(FailoverMessage... messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (FailoverMessage message : messages) out.writeBytes(message.encode());
        return out.toByteArray();
    }

    /// Leaves out the packet that was put last, as a capture under load does.
    CaptureOf lose() {
        frames.removeLast();
        return this;
    }

    List<CapturedFrame> frames() {
        return frames;
    }

    byte[] file() {
        return CaptureFile.classic(ByteOrder.LITTLE_ENDIAN, false, frames);
    }
}
