package org.twinlease.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

class SegmentTest {

    private static final byte[] DATA = {1, 2, 3};
    private static final byte[] IP =
            Frames.ip(Frames.PRIMARY, Frames.SECONDARY, 7, Frames.ACK, DATA);

    private static @Nullable Segment of(int linkType, byte[] octets) {
        return Segment.of(Frames.frame(5, linkType, octets));
    }

    private static Segment found(int linkType, byte[] octets) {
        return Objects.requireNonNull(of(linkType, octets));
    }

    /// The link type and what stands before the IPv4 packet there.
    @ParameterizedTest
    @CsvSource({
        "1, 020000000002 020000000001 0800",
        "1, 020000000002 020000000001 8100 0064 0800",
        "1, 020000000002 020000000001 88A8 0064 8100 0065 0800",
        "1, 020000000002 020000000001 9100 0064 8100 0065 8100 0066 0800",
        "0, 02000000",
        "0, 00000002",
        "108, 00000002",
        "12, ''",
        "14, ''",
        "101, ''",
        "228, ''",
        "113, 0000 0001 0006 020000000001 0000 0800",
        "113, 0000 0001 0006 020000000001 0000 8100 0064 0800",
        "276, 0800 0000 00000002 0001 00 06 020000000001 0000",
        "276, 8100 0000 00000002 0001 00 06 020000000001 0000 0064 0800"
    })
    void aSegmentIsFoundBehindEveryLinkLayer(int linkType, String head) {
        Segment segment = found(linkType, Frames.joined(Frames.hex(head), IP));
        assertThat(segment.src()).isEqualTo(Frames.PRIMARY);
        assertThat(segment.dst()).isEqualTo(Frames.SECONDARY);
        assertThat(segment.sequence()).isEqualTo(7);
        assertThat(segment.syn()).isFalse();
        assertThat(segment.ack()).isTrue();
        assertThat(segment.data()).containsExactly(DATA);
        assertThat(segment.nanos()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 020000000002 020000000001 0806",
        "1, 020000000002 020000000001 8100",
        "0, 18000000",
        "105, ''",
        "276, 86dd 0000 00000002 0001 00 06 020000000001 0000"
    })
    void whatIsNoIpv4IsLeftOut(int linkType, String head) {
        assertThat(of(linkType, Frames.joined(Frames.hex(head), IP))).isNull();
    }

    @Test
    void onlyLinkLayersWithARowAreReadable() {
        assertThat(Frames.frame(0, 1, DATA).isReadable()).isTrue();
        assertThat(Frames.frame(0, 105, DATA).isReadable()).isFalse();
    }

    @Test
    void whatIsNoWholeTcpIsLeftOut() {
        for (int[] change :
                new int[][] {
                    {0, 0x65}, // version 6
                    {0, 0x44}, // a header of 16 octets
                    {9, 17}, // UDP
                    {6, 0x20}, // more fragments
                    {7, 0x01}, // a later fragment
                    {32, 0x40}, // a TCP header of 16 octets
                    {32, 0xF0}, // one of 60
                    {3, 39} // the packet ends inside the TCP header
                }) {
            byte[] changed = IP.clone();
            changed[change[0]] = (byte) change[1];
            assertThat(of(101, changed)).as(Arrays.toString(change)).isNull();
        }
    }

    @Test
    void paddingBehindThePacketIsNoData() {
        assertThat(found(101, Arrays.copyOf(IP, 60)).data()).containsExactly(DATA);
    }

    @Test
    void aPacketThatTheNetworkCardWillCutHasNoLength() {
        byte[] offloaded = IP.clone();
        offloaded[3] = 0;
        assertThat(found(101, offloaded).data()).containsExactly(DATA);
    }

    @Test
    void aPacketOfWhichPartWasKeptHasPartOfItsData() {
        assertThat(found(101, Arrays.copyOf(IP, 42)).data()).containsExactly(1, 2);
    }

    @Test
    void nothingThrowsHoweverAFrameIsCutOrChanged() {
        Random random = new Random(20_260_203);
        int[] types = {0, 1, 12, 101, 108, 113, 228, 276};
        int found = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] octets = Frames.joined(new byte[random.nextInt(24)], IP);
            for (int i = random.nextInt(4); i > 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            octets = Arrays.copyOf(octets, random.nextInt(octets.length + 1));
            if (of(types[random.nextInt(types.length)], octets) != null) found++;
        }
        assertThat(found).isPositive();
    }
}
