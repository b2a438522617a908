package org.twinlease.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class CaptureReaderTest {

    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final long NANOS = 1_795_456_399_718_316_000L;
    private static final byte[] SHORT = {1, 2, 3};
    private static final byte[] LONG = new byte[1500];

    private static final List<CapturedFrame> FRAMES =
            List.of(
                    Frames.frame(NANOS, 1, SHORT),
                    Frames.frame(NANOS + 1000, 1, LONG),
                    Frames.frame(NANOS + 2000, 1, new byte[0]));

    static List<byte[]> formats() {
        return List.of(
                CaptureFile.classic(BIG, false, FRAMES),
                CaptureFile.classic(LITTLE, false, FRAMES),
                CaptureFile.classic(BIG, true, FRAMES),
                CaptureFile.classic(LITTLE, true, FRAMES),
                CaptureFile.blocks(BIG, FRAMES),
                CaptureFile.blocks(LITTLE, FRAMES));
    }

    private static List<String> told(List<CapturedFrame> frames) {
        return frames.stream()
                .map(
                        f ->
                                f.nanos()
                                        + " "
                                        + f.linkType()
                                        + " "
                                        + f.originalLength()
                                        + " "
                                        + Arrays.hashCode(f.octets()))
                .toList();
    }

    private static List<String> told(byte[] file) {
        CaptureReader reader = new CaptureReader();
        List<String> told = told(reader.feed(file, file.length));
        assertThat(reader.end()).isNull();
        return told;
    }

    private static @Nullable CaptureFault fault(byte[] file) {
        CaptureReader reader = new CaptureReader();
        reader.feed(file, file.length);
        return reader.end();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatGivesTheSameFrames(byte[] file) {
        assertThat(told(file)).isEqualTo(told(FRAMES));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFileMayComeOctetByOctet(byte[] file) {
        CaptureReader reader = new CaptureReader();
        List<CapturedFrame> frames = new ArrayList<>();
        for (byte octet : file) frames.addAll(reader.feed(new byte[] {octet}, 1));
        assertThat(told(frames)).isEqualTo(told(FRAMES));
        assertThat(reader.end()).isNull();
        assertThat(reader.held()).isZero();
    }

    /// Wherever the file ends, every frame that is whole was given, and the cut is told.
    @ParameterizedTest
    @MethodSource("formats")
    void aCutFileGivesWhatIsWholeAndSaysSo(byte[] file) {
        for (int size = 0; size < file.length; size++) {
            CaptureReader reader = new CaptureReader();
            List<String> told = told(reader.feed(file, size));
            assertThat(told).isEqualTo(told(FRAMES).subList(0, told.size()));
            CaptureFault end = reader.end();
            if (size < 4) assertThat(end).isEqualTo(CaptureFault.NOT_A_CAPTURE);
            else assertThat(end).isIn(null, CaptureFault.CUT_OFF);
        }
        assertThat(fault(Arrays.copyOf(file, file.length - 1))).isEqualTo(CaptureFault.CUT_OFF);
    }

    @Test
    void anythingElseIsNoCapture() {
        assertThat(fault("subnet 10.0.0.0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(CaptureFault.NOT_A_CAPTURE);
        assertThat(fault(new byte[100])).isEqualTo(CaptureFault.NOT_A_CAPTURE);
        assertThat(fault(new byte[0])).isEqualTo(CaptureFault.NOT_A_CAPTURE);
    }

    @Test
    void aRecordThatClaimsTooMuchEndsTheReading() {
        byte[] file = CaptureFile.classic(BIG, false, FRAMES);
        ByteBuffer.wrap(file).putInt(24 + 16 + 3 + 8, 262_145);
        CaptureReader reader = new CaptureReader();
        assertThat(reader.feed(file, file.length)).hasSize(1);
        assertThat(reader.end()).isEqualTo(CaptureFault.BAD_RECORD);
        assertThat(reader.feed(file, file.length)).isEmpty();
    }

    @Test
    void theLinkTypeIsWithoutTheFlagsBesideIt() {
        byte[] file = CaptureFile.classic(BIG, false, FRAMES);
        file[20] = 0x14; // four octets of check sum
        assertThat(told(file)).isEqualTo(told(FRAMES));
    }

    @Test
    void everyKindOfPacketBlockIsRead() {
        byte[] file =
                CaptureFile.blocks(LITTLE)
                        .section()
                        .face(113, 2, new byte[0])
                        .face(1, 0, new byte[0])
                        .oldPacket(1, 7, SHORT)
                        .simplePacket(3, new byte[] {1, 2})
                        .packet(0, 9, SHORT)
                        .bytes();
        CaptureReader reader = new CaptureReader();
        List<CapturedFrame> frames = reader.feed(file, file.length);
        assertThat(reader.end()).isNull();
        assertThat(frames).extracting(CapturedFrame::linkType).containsExactly(1, 113, 113);
        assertThat(frames).extracting(CapturedFrame::nanos).containsExactly(7000L, 7000L, 9000L);
        assertThat(frames.get(1).octets()).containsExactly(1, 2);
        assertThat(frames.get(1).originalLength()).isEqualTo(3);
    }

    @Test
    void aNewSectionHasItsOwnOrderAndInterfaces() {
        byte[] one = CaptureFile.blocks(BIG, FRAMES);
        byte[] other = CaptureFile.blocks(LITTLE, FRAMES);
        assertThat(told(Frames.joined(one, other))).hasSize(2 * FRAMES.size());
        byte[] bare = CaptureFile.blocks(LITTLE).section().packet(0, 1, SHORT).bytes();
        assertThat(fault(Frames.joined(one, bare))).isEqualTo(CaptureFault.UNKNOWN_INTERFACE);
    }

    /// Resolution as `if_tsresol` has it, seconds to add, units, nanoseconds.
    @ParameterizedTest
    @CsvSource({
        "6, 0, 1795456399718316, 1795456399718316000",
        "9, 0, 1795456399718316001, 1795456399718316001",
        "3, 0, 1795456399718, 1795456399718000000",
        "0, 0, 1795456399, 1795456399000000000",
        "12, 0, 1500000, 1500",
        "6, 10, 5, 10000005000",
        "6, -10, 20000005, 10000005000",
        "138, 0, 1536, 1500000000", // 2^10 a second
        "128, 0, 3, 3000000000",
        "255, 0, 3, 0",
        "127, 0, 3, 0"
    })
    void timesHaveTheUnitsOfTheirInterface(int resolution, long offset, long units, long nanos) {
        byte[] options =
                Frames.joined(
                        CaptureFile.option(BIG, 9, new byte[] {(byte) resolution}),
                        CaptureFile.option(
                                BIG, 14, ByteBuffer.allocate(8).putLong(offset).array()));
        byte[] file =
                CaptureFile.blocks(BIG)
                        .section()
                        .face(1, 0, options)
                        .packet(0, units, SHORT)
                        .bytes();
        assertThat(new CaptureReader().feed(file, file.length))
                .extracting(CapturedFrame::nanos)
                .containsExactly(nanos);
    }

    /// Name resolution, statistics and secrets may be large; nothing of them is held.
    @Test
    void aBlockThatSaysNothingOfPacketsIsSkippedHoweverLargeItIs() {
        byte[] file =
                CaptureFile.blocks(BIG)
                        .section()
                        .face(1, 0, new byte[0])
                        .block(4, ByteBuffer.allocate(3_000_000))
                        .packet(0, 1, SHORT)
                        .bytes();
        CaptureReader reader = new CaptureReader();
        List<CapturedFrame> frames = new ArrayList<>();
        for (int at = 0; at < file.length; at += 1000) {
            int size = Math.min(1000, file.length - at);
            frames.addAll(reader.feed(Arrays.copyOfRange(file, at, at + size), size));
            assertThat(reader.held()).isLessThan(1000);
        }
        assertThat(frames).hasSize(1);
        assertThat(reader.end()).isNull();
    }

    @Test
    void lengthsThatDoNotFitTogetherEndTheReading() {
        byte[] good = CaptureFile.blocks(BIG, FRAMES);
        byte[] short4 = good.clone();
        short4[7] = 8;
        byte[] odd = good.clone();
        odd[7] = 29;
        byte[] trailer = good.clone();
        trailer[27] = 32;
        byte[] order = good.clone();
        order[8] = 9;
        for (byte[] file : List.of(short4, odd, trailer, order)) {
            assertThat(fault(file)).isEqualTo(CaptureFault.BAD_BLOCK);
        }
        CaptureFile large = CaptureFile.blocks(BIG).section().face(1, 0, new byte[0]);
        large.block(6, ByteBuffer.allocate(CaptureFormat.LARGEST));
        assertThat(fault(large.bytes())).isEqualTo(CaptureFault.BAD_BLOCK);
        byte[] claims =
                CaptureFile.blocks(BIG)
                        .section()
                        .face(1, 0, new byte[0])
                        .packet(0, 1, SHORT)
                        .bytes();
        claims[claims.length - 4 - 4 - 8 + 3] = 5; // captured: 5 where 4 have room
        assertThat(fault(claims)).isEqualTo(CaptureFault.BAD_BLOCK);
        for (int type : new int[] {1, 2, 3, 6}) {
            byte[] empty =
                    CaptureFile.blocks(BIG)
                            .section()
                            .face(1, 0, new byte[0])
                            .block(type, ByteBuffer.allocate(0))
                            .bytes();
            assertThat(fault(empty)).as("block %d", type).isEqualTo(CaptureFault.BAD_BLOCK);
        }
    }

    @Test
    void noMachineHasFiveThousandInterfaces() {
        CaptureFile file = CaptureFile.blocks(BIG).section();
        for (int i = 0; i < 4097; i++) file.face(1, 0, new byte[0]);
        assertThat(fault(file.bytes())).isEqualTo(CaptureFault.TOO_MANY_INTERFACES);
    }

    @Test
    void nothingThrowsWhateverTheFileIs() {
        Random random = new Random(20_260_202);
        List<byte[]> good = formats();
        TcpStreams<Integer> streams = new TcpStreams<>(java.util.Set.of(647), () -> 0);
        int frames = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] file = good.get(random.nextInt(good.size())).clone();
            int changes = 1 + random.nextInt(6);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(random.nextBoolean() ? 80 : file.length);
                file[at] = (byte) random.nextInt(256);
            }
            CaptureReader reader = new CaptureReader();
            for (CapturedFrame frame : reader.feed(file, random.nextInt(file.length + 1))) {
                frames++;
                streams.take(frame);
            }
            reader.end();
        }
        assertThat(frames).isGreaterThan(1000);
    }
}
