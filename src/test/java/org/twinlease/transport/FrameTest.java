package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.twinlease.value.Ip4;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The expected frames were computed by another program.
final class FrameTest {
    private static final Frame.End SERVER =
            new Frame.End(hex("020000000001"), Ip4.of("192.168.7.1"), 67);
    private static final Frame.End CLIENT =
            new Frame.End(hex("02a0b0c0d0e0"), Ip4.of("192.168.7.200"), 68);

    @Test
    void aFrameHasAllItsHeadersAndSums() {
        byte[] frame = Frame.udp(SERVER, CLIENT, 0x1234, text("abcd"));
        assertEquals(
                "02a0b0c0d0e0"
                        + "020000000001"
                        + "0800"
                        + "45100020"
                        + "12340000"
                        + "4011d86f"
                        + "c0a80701"
                        + "c0a807c8"
                        + "00430044"
                        + "000caa6e"
                        + "61626364",
                HexFormat.of().formatHex(frame));
    }

    @Test
    void anOddPayloadIsSummedAsIfAZeroFollowed() {
        byte[] frame = Frame.udp(SERVER, CLIENT, 0x1234, text("abcde"));
        assertEquals(
                "45100021123400004011d86ec0a80701c0a807c800430044000d456c6162636465",
                HexFormat.of().formatHex(frame, 14, frame.length));
    }

    @Test
    void aSumOfZeroIsSentAsAllOnes() {
        byte[] frame = Frame.udp(SERVER, CLIENT, 0, hex("6f39"));
        assertEquals("ffff6f39", HexFormat.of().formatHex(frame, 40, frame.length));
    }

    @Test
    void theSumOverAHeaderWithItsSumIsZero() {
        byte[] frame = Frame.udp(SERVER, CLIENT, 0xffff, new byte[1_400]);
        assertEquals(0, Frame.complement(Frame.sum(frame, 14, 20, 0)));
    }

    @Test
    void anEndWithoutSixOctetsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Frame.End(new byte[8], Ip4.ZERO, 68));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
