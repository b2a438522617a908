package org.twinlease.wire.omapi;

import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts the byte stream of one direction of a connection into messages, wherever TCP has cut it.
/// The startup comes first and gives no message. After a fault nothing can be read any more: where
/// the next message would begin is not known.
public final class OmapiCutter {

    private byte[] buffer = new byte[1024];
    private int filled;
    private boolean started;
    private boolean broken;

    /// Takes the first `length` octets of the data; gives the messages that are complete now, in
    /// order, and at most one fault behind them. Never throws; after [#isBroken] it gives none.
    public List<Decoded<OmapiMessage>> feed(byte[] data, int length) {
        List<Decoded<OmapiMessage>> messages = new ArrayList<>();
        if (broken) return messages;
        take(data, Math.min(length, data.length));
        int at = start(messages);
        while (started && !broken && at < filled) {
            byte[] rest = Arrays.copyOfRange(buffer, at, filled);
            OmapiReader reader = new OmapiReader(rest, rest.length);
            Decoded<OmapiMessage> message = reader.read();
            if (message == null) break;
            messages.add(message);
            broken = message instanceof Decoded.Bad;
            at += reader.length();
        }
        keep(broken ? filled : at);
        return messages;
    }

    private void take(byte[] data, int length) {
        if (buffer.length < filled + length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + length));
        }
        System.arraycopy(data, 0, buffer, filled, length);
        filled += length;
    }

    /// Reads the startup when it is there; gives where messages begin.
    private int start(List<Decoded<OmapiMessage>> messages) {
        int length = OmapiMessage.STARTUP.length();
        if (started) return 0;
        for (int i = 0; i < Math.min(filled, length); i++) {
            if ((buffer[i] & 255) == OmapiMessage.STARTUP.at(i)) continue;
            broken = true;
            messages.add(new Decoded.Bad<>(Fault.BAD_STARTUP, i));
            return 0;
        }
        started = filled >= length;
        return started ? length : 0;
    }

    private void keep(int from) {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
    }

    /// Whether the startup was there.
    public boolean isStarted() {
        return started;
    }

    /// Whether the stream is past reading.
    public boolean isBroken() {
        return broken;
    }

    /// How many octets of something that is not complete are held.
    public int held() {
        return filled;
    }
}
