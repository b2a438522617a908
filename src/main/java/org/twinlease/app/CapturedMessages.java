package org.twinlease.app;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.CapturedMessage;
import org.twinlease.control.CapturedOption;
import org.twinlease.control.CapturedOption.Value;
import org.twinlease.control.Meaning;
import org.twinlease.control.MeaningCode;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;
import org.twinlease.wire.failover.FailoverField;
import org.twinlease.wire.failover.FailoverMessage;
import org.twinlease.wire.failover.FailoverOption;
import org.twinlease.wire.failover.FrameCutter;
import org.twinlease.wire.failover.MessageType;
import org.twinlease.wire.failover.RejectReason;
import org.twinlease.wire.pcap.Endpoint;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Messages of a capture as people and programs see them.
final class CapturedMessages {

    /// Where in a capture a message stands: its number, when in microseconds since 1970 and since
    /// the first packet, on which connection, from where to where, how many messages the packet
    /// completed, and how many octets before it are lost.
    record Place(
            int number,
            long atMicros,
            long sinceMicros,
            int connection,
            Endpoint src,
            Endpoint dst,
            int together,
            long lost) {}

    private CapturedMessages() {}

    static CapturedMessage of(Place place, CaptureRoles roles, FrameCutter.Frame frame) {
        Octets raw = frame.raw();
        int type = raw.length() > 2 ? raw.at(2) : -1;
        MessageType known = MessageType.ofCode(type);
        boolean header = raw.length() >= FailoverMessage.HEADER;
        return new CapturedMessage(
                place.number(),
                place.atMicros(),
                place.sinceMicros(),
                place.connection(),
                roles.role(place.src().address(), place.dst().address()),
                roles.role(place.dst().address(), place.src().address()),
                place.src().toString(),
                place.dst().toString(),
                known == null ? "?" + (type < 0 ? "" : type) : known.name(),
                type,
                (int) number(raw, 0, 2),
                header ? raw.at(3) : 0,
                header ? number(raw, 4, 4) : 0,
                header ? number(raw, 8, 4) : 0,
                FailoverField.all(raw).stream().map(CapturedMessages::field).toList(),
                raw,
                place.together(),
                fault(frame.message()),
                meaning(place, frame.message()));
    }

    private static @Nullable String fault(Decoded<FailoverMessage> decoded) {
        return decoded instanceof Decoded.Bad<FailoverMessage>(Fault fault, int at)
                ? fault.words() + " at octet " + at
                : null;
    }

    private static List<Meaning> meaning(Place place, Decoded<FailoverMessage> decoded) {
        List<Meaning> meaning = new ArrayList<>();
        if (place.lost() > 0) meaning.add(Meaning.of(MeaningCode.LOST, place.lost()));
        switch (decoded) {
            case Decoded.Ok<FailoverMessage>(FailoverMessage message) ->
                    meaning.addAll(
                            new Meanings(place.src().address(), place.dst().address(), message)
                                    .all());
            case Decoded.Bad<FailoverMessage>(Fault fault, int at) ->
                    meaning.add(Meaning.of(MeaningCode.MALFORMED, fault.words(), (long) at));
        }
        return meaning;
    }

    private static CapturedOption field(FailoverField field) {
        FailoverOption option = field.option();
        Octets data = field.data();
        return new CapturedOption(
                field.code(),
                option == null ? "unknown-" + field.code() : option.label(),
                data.length(),
                option == null ? hex(data) : value(option, data));
    }

    /// The value by the option's shape; octets in hexadecimal where they have not that shape.
    private static Value value(FailoverOption option, Octets data) {
        FailoverOption.Shape shape = option.shape();
        if (shape.size() > 0 && shape.size() != data.length()) return hex(data);
        return switch (option) {
            case BINDING_STATUS -> named(data.at(0), binding(data.at(0)));
            case SERVER_STATE -> named(data.at(0), state(data.at(0)));
            case REJECT_REASON -> named(data.at(0), reason(data.at(0)));
            case CLIENT_HARDWARE_ADDRESS ->
                    data.length() == 0
                            ? hex(data)
                            : new Value.Hardware(data.at(0), tail(data).hex());
            default ->
                    switch (shape) {
                        case U8, U16, U32 -> new Value.Unsigned(number(data, 0, shape.size()));
                        case IP -> new Value.Text(Ip4.text((int) number(data, 0, 4)));
                        case TEXT -> new Value.Text(data.text());
                        case HBA, BYTES -> hex(data);
                    };
        };
    }

    private static Value named(int code, @Nullable String word) {
        return new Value.Text((word == null ? "?" : word) + "(" + code + ")");
    }

    private static @Nullable String binding(int code) {
        boolean known = code >= BindingState.FREE.code() && code <= BindingState.BACKUP.code();
        return known ? BindingState.of(code).word() : null;
    }

    private static @Nullable String state(int code) {
        ServerState state = ServerState.ofCode(code);
        return state == null ? null : state.word();
    }

    private static @Nullable String reason(int code) {
        RejectReason reason = RejectReason.ofCode(code);
        return reason == null ? null : reason.words();
    }

    private static Value hex(Octets data) {
        return new Value.Text(HexFormat.of().formatHex(data.toArray()));
    }

    private static Octets tail(Octets data) {
        return Octets.of(data.toArray(), 1, data.length() - 1);
    }

    private static long number(Octets data, int at, int size) {
        long number = 0;
        for (int i = at; i < at + size && i < data.length(); i++) number = number << 8 | data.at(i);
        return number;
    }
}
