package org.twinlease.console.model.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.drill.Library;
import org.twinlease.drill.script.Times;

import java.util.List;
import java.util.Objects;

/// A drill's text and its blocks are one document.
final class DrillTextTest {

    private static final String TEXT =
            """
            # The secondary is restarted at lunch
            pair demo with lease 1h, mclt 30m
            begin 11:30
            at 12:00 stop B           # in good order
            +3m start B
            at 12:30 cut link for 90s
            every 10m from 12:40 to 13:00 restart all clients
            end 13:30
            expect B is communications-interrupted at 12:31:20
            expect nobody loses an address
            """;

    private static DrillText text() {
        return DrillText.of("lunch", TEXT);
    }

    private static Block block(DrillText text, int line) {
        return text.blocks().stream().filter(each -> each.line() == line).findFirst().orElseThrow();
    }

    private static long at(int hours, int minutes) {
        return hours * 3_600L + minutes * 60L;
    }

    @Test
    void itMayBeginAtAnotherTimeWithAllItsMomentsAndItsComments() {
        String later = text().beginningAt(at(15, 1)).text();
        assertThat(later)
                .isEqualTo(
                        TEXT.replace("12:40", "16:11")
                                .replace("11:30", "15:01")
                                .replace("12:00", "15:31")
                                .replace("12:30", "16:01")
                                .replace("13:00", "16:31")
                                .replace("13:30", "17:01")
                                .replace("12:31:20", "16:02:20"));
        assertThat(DrillText.of("x", later).beginningAt(at(11, 30)).text()).isEqualTo(TEXT);
    }

    @Test
    void theBeginningIsWrittenWhereItWasNotAndFilesKeepTheirNames() {
        DrillText text =
                DrillText.of("x", "pair of a-12:00.conf and b.conf\n# at 12:00\nat 12:00 heal\n");
        assertThat(text.beginningAt(at(9, 0)).text().lines())
                .containsExactly(
                        "pair of a-12:00.conf and b.conf",
                        "# at 12:00",
                        "begin 09:00",
                        "at 13:00 heal");
        DrillText before =
                DrillText.of(
                        "x",
                        "begin 08:00\nat 09:00 operator: partner-down on A as of 03:00\nend 10:00");
        assertThat(before.beginningAt(at(1, 0)).text())
                .isEqualTo(
                        "begin 25:00\nat 26:00 operator: partner-down on A as of 20:00\nend 27:00");
        DrillText days = DrillText.of("x", "begin 08:00\nend 99:00");
        assertThat(days.beginningAt(at(23, 0))).isSameAs(days);
    }

    @Test
    void everyLineOfAMomentIsABlockInItsLane() {
        DrillText text = text();
        assertThat(text.problems()).isEmpty();
        assertThat(text.blocks())
                .containsExactly(
                        new Block(4, Lane.B, at(12, 0), at(12, 0), "stop B"),
                        new Block(5, Lane.B, at(12, 3), at(12, 3), "start B"),
                        new Block(6, Lane.LINK, at(12, 30), at(12, 31) + 30, "cut link for 90s"),
                        new Block(7, Lane.CLIENTS, at(12, 40), at(13, 0), "restart all clients"),
                        new Block(
                                9,
                                Lane.EXPECT,
                                at(12, 31) + 20,
                                at(12, 31) + 20,
                                "B is communications-interrupted at 12:31:20"));
        assertThat(text.begin()).isEqualTo(at(11, 30));
        assertThat(text.end()).isEqualTo(at(13, 30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | 12:10 | at 12:10 stop B           # in good order",
                "5 | 12:10 | +10m start B",
                "5 | 11:50 | at 11:50 start B",
                "6 | 12:29 | at 12:29 cut link for 90s",
                "7 | 12:45 | every 10m from 12:45 to 13:05 restart all clients",
                "9 | 12:40 | expect B is communications-interrupted at 12:40",
                "4 | 09:00 | at 11:30 stop B           # in good order",
                "4 | 20:00 | at 13:30 stop B           # in good order"
            })
    void aBlockThatIsMovedIsAnotherTimeInItsLine(int line, String clock, String becomes) {
        long moment = Times.moment(clock).orElseThrow();
        DrillText moved = text().moved(block(text(), line), moment);
        assertThat(moved.line(line)).isEqualTo(becomes);
        assertThat(moved.with(line, text().line(line)).text()).isEqualTo(TEXT);
    }

    @Test
    void whatIsCountedFromALineMovesWithIt() {
        DrillText moved = text().moved(block(text(), 4), at(12, 20));
        assertThat(block(moved, 5).from()).isEqualTo(at(12, 23));
    }

    @Test
    void aLineThatIsTakenOutLeavesWhatWasCountedFromItWhereItWas() {
        DrillText rest = text().without(4);
        assertThat(rest.line(4)).isEqualTo("at 12:03 start B");
        assertThat(rest.problems()).isEmpty();
        assertThat(text().without(9).text()).doesNotContain("at 12:31:20").endsWith("address\n");
    }

    @Test
    void aNewActStandsInItsPlaceByTimeAndNotBetweenALineAndWhatCountsFromIt() {
        assertThat(text().doing(at(12, 1), "kill A").line(6)).isEqualTo("at 12:01 kill A");
        assertThat(text().doing(at(12, 1), "kill A").blocks())
                .contains(new Block(5, Lane.B, at(12, 3), at(12, 3), "start B"));
        assertThat(text().doing(at(11, 40), "kill A").line(4)).isEqualTo("at 11:40 kill A");
        assertThat(text().doing(at(13, 20), "heal").line(8)).isEqualTo("at 13:20 heal");
        DrillText bare = DrillText.of("bare", "pair demo\nbegin 08:00\nend 09:00");
        assertThat(bare.doing(at(8, 30), "kill B").text())
                .isEqualTo("pair demo\nbegin 08:00\nat 08:30 kill B\nend 09:00");
        assertThat(DrillText.of("none", "").doing(at(8, 5), "kill B").problems()).isEmpty();
    }

    @Test
    void anExpectationComesLast() {
        assertThat(text().expecting("no lease is lost").line(11))
                .isEqualTo("expect no lease is lost");
    }

    @Test
    void aWrongLineIsSaidAndAllOthersAreDrawn() {
        DrillText wrong = text().with(6, "at 12:30 cut the cable");
        assertThat(wrong.scenario()).isNull();
        assertThat(wrong.problems()).hasSize(1);
        assertThat(wrong.problems().getFirst().line()).isEqualTo(6);
        assertThat(wrong.problems().getFirst().remedy()).isNotEmpty();
        assertThat(wrong.blocks()).extracting(Block::line).containsExactly(4, 5, 7, 9);
    }

    /// Spans of time in words are moved as others are.
    @Test
    void aBlockWhoseTimeIsWrittenInWordsIsMoved() {
        DrillText spoken =
                DrillText.of("some", "begin 11:00\nat 12:00 kill B\n+1 hour 5 minutes start B");
        Block start = spoken.blocks().getLast();
        assertThat(start.words()).isEqualTo("start B");
        assertThat(spoken.moved(start, at(13, 15)).line(3)).isEqualTo("+1h15m start B");
    }

    @Test
    void anEndThatIsTooEarlyHidesNoBlock() {
        DrillText wrong = text().with(8, "end 12:10");
        assertThat(wrong.problems()).isNotEmpty();
        assertThat(wrong.blocks()).hasSize(5);
    }

    @Test
    void aLineAboutBothServersIsABlockInEachLane() {
        DrillText both = DrillText.of("both", "begin 08:00\nat 08:10 kill both\n");
        assertThat(both.blocks()).extracting(Block::lane).containsExactly(Lane.A, Lane.B);
        assertThat(both.moved(both.blocks().getLast(), at(8, 20)).line(2))
                .isEqualTo("at 08:20 kill both");
    }

    @Test
    void theNextDayIsWrittenWithoutDoubt() {
        DrillText night = DrillText.of("night", "begin 22:00\nat 01:00 kill A\nend 30:00\n");
        assertThat(night.blocks().getFirst().from()).isEqualTo(at(25, 0));
        DrillText later = night.moved(night.blocks().getFirst(), at(26, 0));
        assertThat(later.line(2)).isEqualTo("at 26:00 kill A");
        assertThat(later.problems()).isEmpty();
    }

    @Test
    void theOutcomeOfAnEarlierRunIsNoPartOfTheText() {
        assertThat(DrillText.of("lunch", TEXT + "----\n12:00:00  act   stop B\n").text())
                .isEqualTo(TEXT.stripTrailing());
    }

    static List<String> library() {
        return Library.names();
    }

    /// Each block of each drill can be moved and put back, and nothing else has changed then.
    @ParameterizedTest
    @MethodSource("library")
    void everyBlockOfTheLibraryCanBeMovedAndPutBack(String name) {
        DrillText text = DrillText.of(name, Objects.requireNonNull(Library.text(name)));
        assertThat(text.problems()).isEmpty();
        assertThat(text.blocks()).isNotEmpty();
        for (Block block : text.blocks()) {
            long to = block.from() + (block.until() + 60 <= text.end() ? 60 : -60);
            DrillText moved = text.moved(block, to);
            assertThat(moved.text()).isNotEqualTo(text.text());
            assertThat(moved.blocks())
                    .filteredOn(b -> b.line() == block.line() && b.lane() == block.lane())
                    .extracting(Block::from)
                    .containsExactly(to);
        }
    }
}
