package org.twinlease.console.view.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines between the boxes of the drawing of states.
final class WaysTest {

    /// Twelve boxes as the drawing has them in an area of a size.
    private static List<Ways.Box> boxes(double width, double height) {
        double high = Math.clamp(height / 7, 50, 80);
        var boxes = new ArrayList<Ways.Box>();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                boxes.add(
                        new Ways.Box(
                                width * (2 * column + 1) / 8,
                                high / 2 + 2 + (height - high - 4) * row / 2,
                                (width / 4 - 26) / 2,
                                high / 2));
            }
        }
        return boxes;
    }

    private static boolean isIn(Ways.Box box, double x, double y) {
        return Math.abs(x - box.x()) < box.halfWide() && Math.abs(y - box.y()) < box.halfTall();
    }

    /// Ways that servers take often, as places of the drawing: column and row of both ends.
    private static final int[][] TAKEN = {
        {0, 0, 1, 0},
        {0, 0, 1, 1},
        {0, 0, 2, 1},
        {0, 0, 2, 2},
        {2, 2, 0, 0},
        {1, 0, 2, 0},
        {1, 0, 3, 0},
        {1, 1, 0, 0},
        {2, 1, 0, 0},
        {2, 0, 3, 0},
        {3, 0, 1, 1},
        {1, 1, 2, 1},
        {2, 1, 1, 1},
        {1, 1, 3, 1},
        {3, 1, 1, 1},
        {2, 1, 3, 1},
        {1, 1, 0, 1},
        {0, 1, 1, 1},
        {1, 1, 0, 2},
        {0, 2, 1, 1},
        {2, 1, 2, 2},
        {3, 1, 2, 2},
        {2, 2, 1, 2},
        {2, 2, 3, 2},
        {3, 2, 2, 2},
        {1, 2, 1, 1},
        {3, 2, 3, 1},
        {2, 2, 1, 1},
    };

    @ParameterizedTest
    @CsvSource({"610,286", "640,330", "612,292", "740,470", "1000,600", "1300,800"})
    void noWayThatServersTakeRunsThroughABox(double width, double height) {
        List<Ways.Box> boxes = boxes(width, height);
        var ways = new Ways(width, height);
        for (int[] taken : TAKEN) {
            Ways.Box from = boxes.get(taken[1] * 4 + taken[0]);
            Ways.Box to = boxes.get(taken[3] * 4 + taken[2]);
            List<Ways.Box> others = new ArrayList<>(boxes);
            others.removeAll(List.of(from, to));
            Ways.Way way = ways.between(from, to, others, 5);
            for (int i = 0; i < way.length(); i++) {
                double x = way.xs()[i];
                double y = way.ys()[i];
                assertThat(boxes.stream().filter(box -> isIn(box, x, y)))
                        .as("%s at %d", Arrays.toString(taken), i)
                        .isEmpty();
                assertThat(x).isBetween(0.0, width);
                assertThat(y).isBetween(0.0, height);
            }
        }
    }

    @Test
    void aWayRunsFromEdgeToEdgeStraightWhereItCan() {
        var left = new Ways.Box(50, 50, 40, 20);
        var right = new Ways.Box(250, 50, 40, 20);
        Ways.Way way = new Ways(300, 100).between(left, right, List.of(), 0);
        assertThat(way.xs()[0]).isCloseTo(93, within(0.1));
        assertThat(way.xs()[way.length() - 1]).isCloseTo(207, within(0.1));
        assertThat(Arrays.stream(way.ys())).allMatch(y -> Math.abs(y - 50) < 0.01);
        assertThat(way.angle()).isCloseTo(0, within(0.001));
    }

    @Test
    void thereAndBackAreTwoLines() {
        var left = new Ways.Box(50, 50, 40, 20);
        var right = new Ways.Box(250, 50, 40, 20);
        var ways = new Ways(300, 100);
        assertThat(ways.between(left, right, List.of(), 5).ys()[30]).isCloseTo(55, within(0.01));
        assertThat(ways.between(right, left, List.of(), 5).ys()[30]).isCloseTo(45, within(0.01));
    }

    @Test
    void whereABoxIsBetweenTheLineGoesAroundIt() {
        var left = new Ways.Box(50, 100, 30, 20);
        var between = new Ways.Box(150, 100, 30, 20);
        var right = new Ways.Box(250, 100, 30, 20);
        Ways.Way way = new Ways(300, 200).between(left, right, List.of(between), 0);
        double middle = way.ys()[way.length() / 2];
        assertThat(Math.abs(middle - 100)).isGreaterThan(20);
    }

    @Test
    void whereNothingIsFreeTheLineIsStraight() {
        var left = new Ways.Box(50, 10, 30, 8);
        var between = new Ways.Box(150, 10, 30, 8);
        var right = new Ways.Box(250, 10, 30, 8);
        Ways.Way way = new Ways(300, 20).between(left, right, List.of(between), 0);
        assertThat(Arrays.stream(way.ys())).allMatch(y -> Math.abs(y - 10) < 0.01);
    }
}
