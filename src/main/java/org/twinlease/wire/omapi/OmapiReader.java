package org.twinlease.wire.omapi;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.util.ArrayList;
import java.util.List;

/// Reads one message from the beginning of what has arrived. A message does not say how long it is,
/// so it is complete when its last value and its signature are there.
final class OmapiReader {

    private final byte[] octets;
    private final int end;
    private int at;
    private boolean incomplete;

    OmapiReader(byte[] octets, int end) {
        this.octets = octets;
        this.end = end;
    }

    /// The message or its fault; null while it is not complete.
    @Nullable Decoded<OmapiMessage> read() {
        int authenticator = number(4);
        int signatureLength = number(4);
        int code = number(4);
        int handle = number(4);
        int id = number(4);
        int answers = number(4);
        if (incomplete) return null;
        if (!OmapiAlgorithm.isLength(signatureLength)) {
            return new Decoded.Bad<>(Fault.BAD_SIGNATURE_LENGTH, 4);
        }
        OmapiOperation operation = OmapiOperation.ofCode(code);
        if (operation == null) return new Decoded.Bad<>(Fault.UNKNOWN_OPERATION, 8);
        List<OmapiValue> about = values();
        List<OmapiValue> values = values();
        Octets signature = octets(signatureLength);
        if (at > OmapiMessage.MAX) {
            return new Decoded.Bad<>(Fault.TOO_LONG, OmapiMessage.MAX);
        }
        if (incomplete) return null;
        return new Decoded.Ok<>(
                new OmapiMessage(
                        authenticator, operation, handle, id, answers, about, values, signature));
    }

    /// How many octets have been read.
    int length() {
        return at;
    }

    private List<OmapiValue> values() {
        List<OmapiValue> values = new ArrayList<>();
        while (!incomplete) {
            int length = number(2);
            if (length == 0) break;
            String name = octets(length).text();
            Octets value = octets(number(4));
            if (!incomplete) values.add(new OmapiValue(name, value));
        }
        return values;
    }

    private int number(int length) {
        if (!has(length)) return 0;
        int number = 0;
        for (int i = 0; i < length; i++) number = number << 8 | (octets[at++] & 255);
        return number;
    }

    private Octets octets(int length) {
        if (!has(length)) return Octets.EMPTY;
        Octets run = Octets.of(octets, at, length);
        at += length;
        return run;
    }

    /// Whether so many octets are there. A length that no message can have is taken for one octet
    /// too many, which is a fault at once: nobody waits for what may not come.
    private boolean has(int length) {
        if (incomplete) return false;
        if (length < 0 || length > OmapiMessage.MAX - at) at = OmapiMessage.MAX + 1;
        incomplete = at > end - length || at > OmapiMessage.MAX;
        return !incomplete;
    }
}
