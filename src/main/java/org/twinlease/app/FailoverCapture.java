package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.cli.CaptureResult;
import org.twinlease.cli.FailoverOptions;
import org.twinlease.cli.Refused;
import org.twinlease.control.CapturedMessage;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.failover.FrameCutter;
import org.twinlease.wire.pcap.CaptureFault;
import org.twinlease.wire.pcap.CaptureReader;
import org.twinlease.wire.pcap.CapturedFrame;
import org.twinlease.wire.pcap.StreamChunk;
import org.twinlease.wire.pcap.TcpStreams;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The failover messages of a capture file, which may be compressed with gzip. The file is read
/// twice: once for who is who, which may show late, and once for the messages.
final class FailoverCapture {

    /// What one direction of a connection is read with; it can be put back to its beginning.
    private static final class Reading {
        FrameCutter cutter = new FrameCutter();
    }

    /// Takes the messages that a packet completed, with the octets lost before them.
    private interface Sink {
        void take(StreamChunk<Reading> chunk, List<FrameCutter.Frame> frames, long firstNanos);
    }

    private static final int CHUNK = 1 << 16;
    private static final int GZIP = 0x8B1F;

    private final TcpStreams<Reading> streams;
    private final Sink sink;
    private long packets;
    private long unread;
    private long lost;
    private long firstNanos;

    private FailoverCapture(Set<Integer> ports, Sink sink) {
        streams = new TcpStreams<>(ports, Reading::new);
        this.sink = sink;
    }

    /// Reads a capture and hands its messages on.
    static CaptureResult read(FailoverOptions options, Consumer<CapturedMessage> each)
            throws IOException, Refused {
        CaptureRoles roles = new CaptureRoles(options.primary(), options.secondary());
        var _ =
                new FailoverCapture(
                                options.ports(), (chunk, frames, _) -> learn(roles, chunk, frames))
                        .run(options.file());
        Views views = new Views(roles, each);
        FailoverCapture capture = new FailoverCapture(options.ports(), views);
        CaptureFault fault = capture.run(options.file());
        return new CaptureResult(
                capture.packets,
                capture.unread,
                views.messages,
                views.malformed,
                capture.lost,
                fault == null ? null : fault.words());
    }

    private static void learn(
            CaptureRoles roles, StreamChunk<Reading> chunk, List<FrameCutter.Frame> frames) {
        for (FrameCutter.Frame frame : frames) {
            roles.learn(chunk.src().address(), chunk.dst().address(), frame.message());
        }
    }

    private @Nullable CaptureFault run(Path file) throws IOException, Refused {
        CaptureReader reader = new CaptureReader();
        byte[] octets = new byte[CHUNK];
        try (InputStream in = open(file)) {
            for (int size = in.read(octets); size > 0; size = in.read(octets)) {
                for (CapturedFrame frame : reader.feed(octets, size)) take(frame);
                if (reader.fault() != null) break;
            }
        } catch (EOFException | ZipException cut) {
            if (packets == 0) throw Refused.input(file + " is compressed and damaged");
            streams.finish().forEach(this::cut);
            return CaptureFault.CUT_OFF;
        }
        streams.finish().forEach(this::cut);
        CaptureFault fault = reader.end();
        if (fault == CaptureFault.NOT_A_CAPTURE) throw Refused.input(file + " " + fault.words());
        return fault;
    }

    private static InputStream open(Path file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(file), 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean compressed =
                magic.length == 2 && ((magic[1] & 255) << 8 | (magic[0] & 255)) == GZIP;
        return compressed ? new GZIPInputStream(in, CHUNK) : in;
    }

    private void take(CapturedFrame frame) {
        if (packets++ == 0) firstNanos = frame.nanos();
        if (!frame.isReadable()) unread++;
        StreamChunk<Reading> chunk = streams.take(frame);
        if (chunk != null) cut(chunk);
    }

    private void cut(StreamChunk<Reading> chunk) {
        Reading reading = chunk.reader();
        // Behind a hole, or a length that can be none, the next packet is the best guess at where
        // a message begins.
        if (chunk.lost() > 0 || reading.cutter.isBroken()) reading.cutter = new FrameCutter();
        lost += chunk.lost();
        sink.take(chunk, reading.cutter.cut(chunk.octets(), chunk.octets().length), firstNanos);
    }

    /// Makes views of messages and counts them.
    private static final class Views implements Sink {
        private final CaptureRoles roles;
        private final Consumer<CapturedMessage> each;
        private int messages;
        private int malformed;

        Views(CaptureRoles roles, Consumer<CapturedMessage> each) {
            this.roles = roles;
            this.each = each;
        }

        @Override
        public void take(
                StreamChunk<Reading> chunk, List<FrameCutter.Frame> frames, long firstNanos) {
            long missing = chunk.lost();
            for (FrameCutter.Frame frame : frames) {
                messages++;
                if (frame.message() instanceof Decoded.Bad) malformed++;
                var place =
                        new CapturedMessages.Place(
                                messages,
                                micros(chunk.nanos()),
                                micros(chunk.nanos()) - micros(firstNanos),
                                chunk.connection(),
                                chunk.src(),
                                chunk.dst(),
                                frames.size(),
                                missing);
                each.accept(CapturedMessages.of(place, roles, frame));
                missing = 0;
            }
        }

        private static long micros(long nanos) {
            return Math.floorDiv(nanos + 500, 1000);
        }
    }
}
