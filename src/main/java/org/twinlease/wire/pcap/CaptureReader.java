package org.twinlease.wire.pcap;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a capture file as its octets come: pcap in either byte order with micro- or nanoseconds,
/// or pcapng. Holds no more than one packet record or block of a mebioctet beside what was fed
/// last. After a [#fault] it gives nothing more; what came before stays good.
public final class CaptureReader {

    private byte[] held = new byte[0];
    private int from;
    private int to;
    private long skip;
    private @Nullable CaptureFormat format;
    private @Nullable CaptureFault fault;

    /// Takes the next `length` octets of the file; gives the frames that are complete now.
    public List<CapturedFrame> feed(byte[] octets, int length) {
        List<CapturedFrame> frames = new ArrayList<>();
        if (fault != null) return frames;
        hold(octets, Math.min(length, octets.length));
        while (fault == null && step(frames)) {
            if (format != null && format.fault() != null) fault = format.fault();
        }
        return frames;
    }

    /// Says that the file is at its end; the fault if that is in the middle of something.
    public @Nullable CaptureFault end() {
        if (fault == null && format == null) fault = CaptureFault.NOT_A_CAPTURE;
        if (fault == null && (from < to || skip > 0)) fault = CaptureFault.CUT_OFF;
        return fault;
    }

    /// What is wrong with the file, null as long as nothing is.
    public @Nullable CaptureFault fault() {
        return fault;
    }

    /// How many octets are held for a unit that is not complete.
    int held() {
        return to - from;
    }

    private void hold(byte[] octets, int length) {
        int kept = to - from;
        byte[] next = kept + length > held.length ? new byte[kept + length] : held;
        System.arraycopy(held, from, next, 0, kept);
        System.arraycopy(octets, 0, next, kept, length);
        held = next;
        from = 0;
        to = kept + length;
    }

    /// Reads one unit; false when more octets are needed.
    private boolean step(List<CapturedFrame> frames) {
        if (skip > 0) {
            int part = (int) Math.min(skip, to - from);
            from += part;
            skip -= part;
            return skip == 0;
        }
        if (format == null && (to - from < 4 || !recognise())) return false;
        CaptureFormat known = format;
        if (known == null || to - from < known.head()) return false;
        ByteBuffer in = ByteBuffer.wrap(held).position(from);
        long size = known.size(in);
        fault = known.fault();
        if (fault != null) return false;
        if (!known.isWanted(in)) {
            skip = size;
            return true;
        }
        if (to - from < size) return false;
        byte[] unit = Arrays.copyOfRange(held, from, from + (int) size);
        CapturedFrame frame = known.take(ByteBuffer.wrap(unit));
        if (frame != null) frames.add(frame);
        from += (int) size;
        return true;
    }

    private boolean recognise() {
        int magic = ByteBuffer.wrap(held).order(ByteOrder.BIG_ENDIAN).getInt(from);
        format = magic == BlockFormat.SECTION ? new BlockFormat() : ClassicFormat.of(magic);
        if (format == null) fault = CaptureFault.NOT_A_CAPTURE;
        return format != null;
    }
}
