package org.twinlease.console.view.pair;

import org.twinlease.console.view.pair.Ways.Box;
import org.twinlease.console.view.pair.Ways.Way;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Ways round corners, along the lanes between rows and columns of boxes.
final class Corners {

    /// How far apart two points are that are looked at, in pixels.
    private static final double STEP = 4;

    private final Ways ways;

    Corners(Ways ways) {
        this.ways = ways;
    }

    /// The shortest that crosses no box: out of the one box into a lane, across between two columns
    /// where the lanes differ, and out of a lane into the other box.
    Optional<Way> between(Box from, Box to, List<Box> others, double beside) {
        List<Box> all = new ArrayList<>(others);
        all.add(from);
        all.add(to);
        List<Double> lanes = middles(all, Box::y);
        Way best = null;
        for (double out : lanes) {
            for (double in : lanes) {
                for (double across : middles(all, Box::x)) {
                    Way way = way(from, to, out, in, across, beside);
                    boolean shorter = best == null || way.length() < best.length();
                    if (shorter && ways.isFree(way, others)) best = way;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// What lies in the middle between two rows, or two columns, that follow each other.
    private static List<Double> middles(List<Box> boxes, ToDoubleFunction<Box> place) {
        double[] places = boxes.stream().mapToDouble(place).distinct().sorted().toArray();
        List<Double> middles = new ArrayList<>();
        for (int i = 1; i < places.length; i++) middles.add((places[i - 1] + places[i]) / 2);
        return middles;
    }

    private static Way way(Box from, Box to, double out, double in, double across, double beside) {
        double[][] corners = {
            {from.x() + beside, from.y() + Math.signum(out - from.y()) * (from.halfTall() + 3)},
            {from.x() + beside, out + beside},
            {across + beside, out + beside},
            {across + beside, in + beside},
            {to.x() + beside, in + beside},
            {to.x() + beside, to.y() + Math.signum(in - to.y()) * (to.halfTall() + 3)}
        };
        List<double[]> points = new ArrayList<>();
        points.add(corners[0]);
        for (int i = 1; i < corners.length; i++) line(points, corners[i - 1], corners[i]);
        return new Way(
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray());
    }

    /// As many points as the line is long, so that the shortest way is the one with the fewest.
    private static void line(List<double[]> points, double[] from, double[] to) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        int steps = (int) Math.ceil(length / STEP);
        for (int i = 1; i <= steps; i++) {
            double part = (double) i / steps;
            points.add(
                    new double[] {
                        from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part
                    });
        }
    }
}
