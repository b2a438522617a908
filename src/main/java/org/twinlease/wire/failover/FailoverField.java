package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One option of a message as it stands there: its number, which may be one without a row, and its
/// data.
public record FailoverField(int code, Octets data) {

    /// The row of the number; null where it has none.
    public @Nullable FailoverOption option() {
        return FailoverOption.ofCode(code);
    }

    /// The options of a message in their order, also of one that is bad: as many as are whole.
    public static List<FailoverField> all(Octets message) {
        List<FailoverField> fields = new ArrayList<>();
        byte[] bytes = message.toArray();
        int at = FailoverMessage.HEADER;
        if (bytes.length > at) at = Math.max(at, bytes[3] & 255);
        while (at + 4 <= bytes.length) {
            int size = FailoverMessage.u16(bytes, at + 2);
            if (at + 4 + size > bytes.length) break;
            fields.add(
                    new FailoverField(
                            FailoverMessage.u16(bytes, at), Octets.of(bytes, at + 4, size)));
            at += 4 + size;
        }
        return fields;
    }

    /// Name and value in words: states by their names, times in UTC; octets in hexadecimal where
    /// they have not the size that the option has.
    @Override
    public String toString() {
        FailoverOption option = option();
        return option == null
                ? "unknown-" + code + " " + data.hex()
                : option.label() + " " + value(option);
    }

    private String value(FailoverOption option) {
        int size = option.shape().size();
        if (size > 0 && size != data.length()) return data.hex();
        return switch (option) {
            case BINDING_STATUS -> binding((int) number());
            case SERVER_STATE -> state((int) number());
            case REJECT_REASON -> reason((int) number());
            case LEASE_EXPIRATION_TIME,
                    POTENTIAL_EXPIRATION_TIME,
                    START_TIME_OF_STATE,
                    CLIENT_LAST_TRANSACTION_TIME ->
                    number() == 0 ? "never" : Instant.ofEpochSecond(number()).toString();
            default ->
                    switch (option.shape()) {
                        case U8, U16, U32 -> Long.toString(number());
                        case IP -> Ip4.text((int) number());
                        case TEXT -> printable(data);
                        case HBA, BYTES -> data.hex();
                    };
        };
    }

    /// What stands there, question marks for what is no ASCII letter or sign.
    private static String printable(Octets data) {
        char[] text = new char[data.length()];
        for (int i = 0; i < text.length; i++) {
            int octet = data.at(i);
            text[i] = octet >= 0x20 && octet < 0x7f ? (char) octet : '?';
        }
        return new String(text);
    }

    private long number() {
        long number = 0;
        for (int i = 0; i < data.length(); i++) number = (number << 8) | (data.at(i) & 255);
        return number;
    }

    private static String binding(int number) {
        boolean known = number >= BindingState.FREE.code() && number <= BindingState.BACKUP.code();
        return known ? BindingState.of(number).word() : Integer.toString(number);
    }

    private static String state(int number) {
        ServerState state = ServerState.ofCode(number);
        return state == null ? Integer.toString(number) : state.word();
    }

    private static String reason(int number) {
        RejectReason reason = RejectReason.ofCode(number);
        return reason == null ? Integer.toString(number) : number + " (" + reason.words() + ")";
    }
}
