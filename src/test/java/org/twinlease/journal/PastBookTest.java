package org.twinlease.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.sim.SimDisk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Lines that are kept on a disk as long as there is room.
final class PastBookTest {

    private final SimDisk disk = new SimDisk("data", new Random(1));

    private PastBook open(long most) throws IOException {
        return PastBook.open(disk, most);
    }

    private static byte[] line(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(PastBook book) throws IOException {
        var lines = new ArrayList<String>();
        book.newestFirst(
                line -> {
                    lines.add(new String(line, StandardCharsets.UTF_8));
                    return true;
                });
        return lines;
    }

    @Test
    void theNewestLineComesFirst() throws IOException {
        try (PastBook book = open(10_000)) {
            book.add(line("one"));
            book.flush();
            book.add(line("two"));
            book.add(line(""));
            book.add(line("three"));
            assertThat(lines(book)).containsExactly("three", "", "two", "one");
            assertThat(book.oldest()).isEqualTo(line("one"));
        }
    }

    @Test
    void theReadingEndsWhenNobodyWantsMore() throws IOException {
        try (PastBook book = open(10_000)) {
            for (int i = 0; i < 10; i++) book.add(line("line " + i));
            var read = new ArrayList<String>();
            book.newestFirst(
                    line -> {
                        read.add(new String(line, StandardCharsets.UTF_8));
                        return read.size() < 3;
                    });
            assertThat(read).containsExactly("line 9", "line 8", "line 7");
        }
    }

    @Test
    void theNextLifeGoesOnBehindTheLast() throws IOException {
        try (PastBook book = open(10_000)) {
            book.add(line("before"));
        }
        try (PastBook book = open(10_000)) {
            assertThat(lines(book)).containsExactly("before");
            book.add(line("after"));
            assertThat(lines(book)).containsExactly("after", "before");
        }
    }

    @Test
    void theOldestGoWhenThereIsNoMoreRoom() throws IOException {
        String long_ = "x".repeat(1_000);
        try (PastBook book = open(3L << 20)) {
            for (int i = 0; i < 8_000; i++) {
                book.add(line(i + long_));
                book.flush();
            }
            List<String> lines = lines(book);
            assertThat(lines.getFirst()).startsWith("7999x");
            assertThat(lines).hasSizeBetween(2_000, 4_200);
            for (int i = 0; i < lines.size(); i++)
                assertThat(lines.get(i)).startsWith(7_999 - i + "x");
            assertThat(new String(book.oldest(), StandardCharsets.UTF_8))
                    .isEqualTo(lines.getLast());
        }
        assertThat(disk.list()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aLineThatWasBeingWrittenWhenThePowerWentIsPassedOver() throws IOException {
        try (PastBook book = open(10_000)) {
            book.add(line("whole"));
        }
        try (Disk.File torn = disk.create("past-00000001")) {
            byte[] octets = line("second\nhal");
            torn.write(0, octets, 0, octets.length);
        }
        try (PastBook book = open(10_000)) {
            book.add(line("third"));
            assertThat(lines(book)).containsExactly("third", "second", "whole");
        }
    }

    @Test
    void whatIsNotOfTheBookIsLeftAlone() throws IOException {
        try (Disk.File other = disk.create("segment-1")) {
            other.write(0, line("journal"), 0, 7);
        }
        try (PastBook book = open(10_000)) {
            assertThat(lines(book)).isEmpty();
            assertThat(book.oldest()).isEmpty();
        }
        assertThat(disk.read("segment-1")).isEqualTo(line("journal"));
    }
}
