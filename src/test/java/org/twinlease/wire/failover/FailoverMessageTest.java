package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.Decoded;
import org.twinlease.wire.Fault;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// The rules of dhcpd's parser, which every message must pass: what it closes the connection for is
/// bad here, what it skips is skipped.
class FailoverMessageTest {

    private static final String ADDRESS = "000200040a4d0064";
    private static final String ACTIVE = "0003000102";

    /// A message with its length filled in: type, payload offset, what follows the header.
    private static String message(int type, int offset, String rest) {
        return "%04x%02x%02x6500000000000005%s"
                .formatted(12 + rest.length() / 2, type, offset, rest);
    }

    private static Decoded<FailoverMessage> decode(String hex) {
        return FailoverMessage.decode(HexFormat.of().parseHex(hex));
    }

    private static void assertBad(Fault fault, int at, String hex) {
        assertThat(decode(hex)).as(hex).isEqualTo(new Decoded.Bad<>(fault, at));
    }

    @Test
    void theTableIsThatOfTheProtocol() {
        assertThat(
                        Arrays.stream(FailoverOption.values())
                                .map(o -> o.code() + " " + o.label() + " " + o.shape())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(
                        "1 addresses-transferred U32, 2 assigned-IP-address IP, 3 binding-status"
                            + " U8, 4 client-identifier BYTES, 5 client-hardware-address BYTES, 6"
                            + " client-last-transaction-time U32, 7 client-reply-options BYTES, 8"
                            + " client-request-options BYTES, 9 DDNS BYTES, 10"
                            + " delayed-service-parameter U8, 11 hash-bucket-assignment HBA, 12"
                            + " IP-flags U16, 13 lease-expiration-time U32, 14 max-unacked-bndupd"
                            + " U32, 15 MCLT U32, 16 message TEXT, 17 message-digest BYTES, 18"
                            + " potential-expiration-time U32, 19 receive-timer U32, 20"
                            + " protocol-version U8, 21 reject-reason U8, 22 relationship-name"
                            + " TEXT, 23 server-flags U8, 24 server-state U8, 25"
                            + " start-time-of-state U32, 26 TLS-reply U8, 27 TLS-request U8, 28"
                            + " vendor-class-identifier TEXT, 29 vendor-specific-options BYTES");
    }

    @Test
    void eachMessageKeepsWhatDhcpdKeeps() {
        assertThat(
                        Arrays.stream(MessageType.values())
                                .map(type -> type + kept(type))
                                .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        POOLREQ
                        POOLRESP 1
                        BNDUPD 2 3 4 5 6 7 8 9 12 13 18 25
                        BNDACK 2 3 4 5 6 7 8 9 12 13 16 18 21 25
                        CONNECT 11 14 15 19 20 22 27 28
                        CONNECTACK 14 16 19 20 21 22 26 28
                        UPDREQALL
                        UPDDONE
                        UPDREQ
                        STATE 23 24 25
                        CONTACT
                        DISCONNECT 16 21\
                        """);
    }

    private static String kept(MessageType type) {
        return Arrays.stream(FailoverOption.values())
                .filter(option -> option.keptIn().contains(type))
                .map(option -> " " + option.code())
                .collect(Collectors.joining());
    }

    @Test
    void theLengthIsBetween12And2048() {
        assertBad(Fault.BAD_MESSAGE_LENGTH, 0, "000b0b0c65000000000000");
        assertBad(Fault.BAD_MESSAGE_LENGTH, 0, "00000b0c65000000000000");
        String longest = message(11, 12, "00c807f0" + "00".repeat(2032));
        assertThat(decode(longest)).isInstanceOf(Decoded.Ok.class);
        assertBad(Fault.BAD_MESSAGE_LENGTH, 0, message(11, 12, "00c807f1" + "00".repeat(2033)));
    }

    @Test
    void theLengthIsTheMessagesOwn() {
        String whole = message(11, 12, "");
        assertBad(Fault.BAD_MESSAGE_LENGTH, 0, whole + "00");
        assertBad(Fault.CUT_OFF, 11, whole.substring(0, 22));
        assertBad(Fault.CUT_OFF, 1, "00");
        assertBad(Fault.CUT_OFF, 0, "");
    }

    @Test
    void aLargerPayloadOffsetSkipsAndASmallerOneIsBad() {
        String update = message(3, 16, "ffffffff" + ADDRESS + ACTIVE);
        FailoverMessage message = Recording.decode(update);
        assertThat(message.payloadOffset()).isEqualTo(16);
        assertThat(message.ip(FailoverOption.ASSIGNED_IP_ADDRESS)).isEqualTo(Ip4.of("10.77.0.100"));
        assertThat(message.options()).hasSize(2);
        assertThat(HexFormat.of().formatHex(message.encode())).isEqualTo(update);
        assertBad(Fault.BAD_PAYLOAD_OFFSET, 3, message(3, 8, ADDRESS + ACTIVE));
        assertBad(Fault.BAD_PAYLOAD_OFFSET, 3, message(3, 11, ADDRESS + ACTIVE));
        assertBad(Fault.BAD_PAYLOAD_OFFSET, 3, message(11, 13, ""));
    }

    @Test
    void anOptionMustNotBeCutOff() {
        for (String rest : new String[] {"00", "0002", "000200", "00020004", "000200040a4d00"}) {
            assertBad(Fault.OPTION_CUT_OFF, 12, message(3, 12, rest));
        }
        assertBad(Fault.OPTION_CUT_OFF, 20, message(3, 12, ADDRESS + "00c8ffff"));
    }

    @Test
    void anOptionThatCountsStandsThereOnce() {
        assertBad(Fault.DUPLICATE_OPTION, 25, message(3, 12, ADDRESS + ACTIVE + ADDRESS));
        assertBad(Fault.DUPLICATE_OPTION, 20, message(4, 12, ADDRESS + ADDRESS));
    }

    @Test
    void anOptionThatDoesNotCountMayStandThereOftenAndInAnySize() {
        FailoverMessage contact = Recording.decode(message(11, 12, ADDRESS + ADDRESS + "00030000"));
        assertThat(contact.has(FailoverOption.ASSIGNED_IP_ADDRESS)).isFalse();
        assertThat(contact.number(FailoverOption.ASSIGNED_IP_ADDRESS)).isZero();
        assertThat(contact.options()).extracting(FailoverField::code).containsExactly(2, 2, 3);
        FailoverMessage update =
                Recording.decode(message(3, 12, ADDRESS + ACTIVE + "0016000161" + "00160000"));
        assertThat(update.has(FailoverOption.RELATIONSHIP_NAME)).isFalse();
    }

    @Test
    void anOptionWithoutARowIsKeptForDisplay() {
        FailoverMessage message =
                Recording.decode(message(3, 12, "001e0002abcd00000000" + ADDRESS + "ffff0000"));
        assertThat(message.options())
                .containsExactly(
                        new FailoverField(30, Octets.of((byte) 0xab, (byte) 0xcd)),
                        new FailoverField(0, Octets.EMPTY),
                        new FailoverField(2, Octets.of(Ip4.of("10.77.0.100").octets())),
                        new FailoverField(65535, Octets.EMPTY));
        assertThat(message.options().getFirst().option()).isNull();
        assertThat(message.has(FailoverOption.ASSIGNED_IP_ADDRESS)).isTrue();
    }

    @Test
    void anOptionOfFixedSizeHasThatSizeWhereItCounts() {
        assertBad(Fault.BAD_OPTION_SIZE, 12, message(3, 12, "000200030a4d00"));
        assertBad(Fault.BAD_OPTION_SIZE, 12, message(3, 12, "00030000"));
        assertBad(Fault.BAD_OPTION_SIZE, 12, message(3, 12, "000c000101"));
        assertBad(Fault.BAD_OPTION_SIZE, 12, message(5, 12, "001b00020000"));
    }

    @Test
    void theHashBucketAssignmentIsForTheReceiverToMeasure() {
        FailoverMessage connect = Recording.decode(message(5, 12, "000b0001ff"));
        assertThat(connect.bytes(FailoverOption.HASH_BUCKET_ASSIGNMENT))
                .isEqualTo(Octets.of((byte) 0xff));
    }

    @Test
    void ddnsIsBadInABindingInAnyLengthAndNowhereElse() {
        for (String ddns : new String[] {"00090000", "000900020000", "00090007" + "00".repeat(7)}) {
            assertBad(Fault.BAD_OPTION_SIZE, 20, message(3, 12, ADDRESS + ddns));
            assertBad(Fault.BAD_OPTION_SIZE, 20, message(4, 12, ADDRESS + ddns));
            assertThat(decode(message(5, 12, ddns))).isInstanceOf(Decoded.Ok.class);
        }
    }

    @Test
    void anUnknownTypeIsIgnoredUnlessItHasOptions() {
        FailoverMessage unknown = Recording.decode(message(13, 12, ""));
        assertThat(unknown.type()).isNull();
        assertThat(unknown.typeCode()).isEqualTo(13);
        assertBad(Fault.UNKNOWN_TYPE_WITH_OPTIONS, 2, message(13, 12, ADDRESS));
        assertBad(Fault.UNKNOWN_TYPE_WITH_OPTIONS, 2, message(255, 12, "00c80000"));
        FailoverMessage zero = Recording.decode(message(0, 12, ADDRESS + ADDRESS));
        assertThat(zero.type()).isNull();
        assertThat(zero.has(FailoverOption.ASSIGNED_IP_ADDRESS)).isFalse();
    }

    @Test
    void timesAndNumbersAreUnsigned() {
        FailoverMessage message = Messages.poolresp(0xFFFF_FFFFL).at(0xFFFF_FFFEL, 0xFFFF_FFFDL);
        assertThat(message.time()).isEqualTo(0xFFFF_FFFEL);
        assertThat(message.xid()).isEqualTo(0xFFFF_FFFDL);
        assertThat(message.number(FailoverOption.ADDRESSES_TRANSFERRED)).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void aStampLeavesTheMessageItWasMadeFrom() {
        FailoverMessage contact = Messages.contact();
        FailoverMessage stamped = contact.at(7, 8);
        assertThat(contact.time() + contact.xid()).isZero();
        assertThat(stamped).isNotEqualTo(contact).isEqualTo(Messages.contact().at(7, 8));
        assertThat(stamped).hasSameHashCodeAs(Messages.contact().at(7, 8));
        assertThat(stamped).hasToString("CONTACT 000c0b0c0000000700000008");
    }

    @Test
    void nobodyCanWriteToAMessage() {
        byte[] bytes = Messages.contact().encode();
        FailoverMessage message = Recording.decode(bytes);
        bytes[2] = 1;
        message.encode()[2] = 1;
        assertThat(message.type()).isEqualTo(MessageType.CONTACT);
    }

    @Test
    void whatIsAbsentReadsAsNothing() {
        FailoverMessage contact = Messages.contact();
        assertThat(contact.number(FailoverOption.MCLT)).isZero();
        assertThat(contact.text(FailoverOption.MESSAGE)).isEmpty();
        assertThat(contact.bytes(FailoverOption.CLIENT_IDENTIFIER)).isNull();
        assertThat(contact.ip(FailoverOption.ASSIGNED_IP_ADDRESS)).isEqualTo(Ip4.ZERO);
    }

    @Test
    void aNumberIsNoneWhereTheShapeIsAnother() {
        FailoverMessage connect = Recording.decode(message(5, 12, "00160003" + "6c6162"));
        assertThat(connect.number(FailoverOption.RELATIONSHIP_NAME)).isZero();
        assertThat(connect.text(FailoverOption.RELATIONSHIP_NAME)).isEqualTo("lab");
    }

    @Test
    void theBuilderRefusesWhatAPartnerWouldHangUpOver() {
        for (Runnable wrong :
                new Runnable[] {
                    () -> update().put(FailoverOption.BINDING_STATUS, 256),
                    () -> update().put(FailoverOption.BINDING_STATUS, -1),
                    () -> update().put(FailoverOption.LEASE_EXPIRATION_TIME, 1L << 32),
                    () -> update().put(FailoverOption.CLIENT_IDENTIFIER, 1),
                    () -> update().put(FailoverOption.IP_FLAGS, Octets.of((byte) 1)),
                    () -> update().put(FailoverOption.DDNS, Octets.EMPTY),
                    () -> update().put(FailoverOption.MESSAGE, "x".repeat(2033)),
                    () ->
                            update().put(FailoverOption.IP_FLAGS, 1)
                                    .put(FailoverOption.IP_FLAGS, 2)
                                    .build()
                }) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
        FailoverMessage longest = update().put(FailoverOption.MESSAGE, "x".repeat(2032)).build();
        assertThat(longest.length()).isEqualTo(FailoverMessage.MAX);
    }

    private static FailoverMessage.Builder update() {
        return FailoverMessage.of(MessageType.BNDUPD);
    }

    @Test
    void aReasonWithoutANameStillHasWords() {
        assertThat(RejectReason.ofCode(22)).isNull();
        assertThat(RejectReason.ofCode(-1)).isNull();
        assertThat(RejectReason.ofCode(256)).isNull();
        assertThat(RejectReason.words(22)).isEqualTo("unknown to the protocol");
        assertThat(RejectReason.words(254)).isEqualTo("unknown");
        assertThat(MessageType.ofCode(0)).isNull();
        assertThat(MessageType.ofCode(13)).isNull();
        assertThat(FailoverOption.ofCode(-1)).isNull();
        assertThat(FailoverOption.ofCode(30)).isNull();
    }
}
