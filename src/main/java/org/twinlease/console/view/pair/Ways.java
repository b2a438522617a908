package org.twinlease.console.view.pair;

import java.util.List;

/// Ways between boxes of a drawing: from edge to edge, straight where that crosses no other box, in
/// a bow where it would, so that no line ever runs through words.
final class Ways {

    private static final int STEPS = 60;

    /// How far a line ends before a box, and how far it stays away from the others.
    private static final double GAP = 3;

    /// How strongly a bow may be bent, as a share of the way's length, and in which steps.
    private static final double MOST_BENT = 0.6;

    private static final double BEND = 0.04;

    /// A box by its middle.
    record Box(double x, double y, double halfWide, double halfTall) {
        boolean holds(double px, double py) {
            return Math.abs(px - x) < halfWide + GAP && Math.abs(py - y) < halfTall + GAP;
        }
    }

    /// The points of a way; the last one is where its point is.
    record Way(double[] xs, double[] ys) {
        int length() {
            return xs.length;
        }

        /// In which direction it arrives, in radians.
        double angle() {
            int last = xs.length - 1;
            return Math.atan2(ys[last] - ys[last - 1], xs[last] - xs[last - 1]);
        }
    }

    /// The area in which they run.
    private final double width;

    private final double height;

    Ways(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// The way between two boxes, `beside` pixels to the left of the straight one, so that there
    /// and back are two. Where every bow crosses something, it goes round corners between the
    /// boxes: a line behind a box would look like two that end there.
    Way between(Box from, Box to, List<Box> others, double beside) {
        Way straight = bow(from, to, beside, 0);
        if (isFree(straight, others)) return straight;
        for (double bend = BEND; bend <= MOST_BENT; bend += BEND) {
            Way left = bow(from, to, beside, bend);
            if (isFree(left, others)) return left;
            Way right = bow(from, to, beside, -bend);
            if (isFree(right, others)) return right;
        }
        return new Corners(this).between(from, to, others, beside).orElse(straight);
    }

    boolean isFree(Way way, List<Box> others) {
        for (int i = 0; i < way.length(); i++) {
            double x = way.xs()[i];
            double y = way.ys()[i];
            if (x < 0 || y < 0 || x > width || y > height) return false;
            for (Box box : others) if (box.holds(x, y)) return false;
        }
        return true;
    }

    /// The part of a bow that is outside of both boxes.
    private static Way bow(Box from, Box to, double beside, double bend) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.max(1, Math.hypot(dx, dy));
        double shiftX = -dy / length * beside;
        double shiftY = dx / length * beside;
        double midX = (from.x() + to.x()) / 2 + shiftX + dy * bend * 2;
        double midY = (from.y() + to.y()) / 2 + shiftY - dx * bend * 2;
        double[] xs = new double[STEPS + 1];
        double[] ys = new double[STEPS + 1];
        double[] at = {from.x() + shiftX, from.y() + shiftY, midX, midY, to.x() + shiftX, 0};
        at[5] = to.y() + shiftY;
        double begin = edge(at, from, true);
        double end = Math.max(begin, edge(at, to, false));
        for (int i = 0; i <= STEPS; i++) {
            double t = begin + (end - begin) * i / STEPS;
            xs[i] = along(at[0], at[2], at[4], t);
            ys[i] = along(at[1], at[3], at[5], t);
        }
        return new Way(xs, ys);
    }

    /// Where the bow leaves the box it begins in, or enters the one it ends in: it is halved until
    /// that is a small part of a pixel.
    private static double edge(double[] at, Box box, boolean leaving) {
        double inside = leaving ? 0 : 1;
        double outside = 0.5;
        for (int i = 0; i < 20; i++) {
            double t = (inside + outside) / 2;
            boolean in = box.holds(along(at[0], at[2], at[4], t), along(at[1], at[3], at[5], t));
            if (in) inside = t;
            else outside = t;
        }
        return outside;
    }

    private static double along(double from, double middle, double to, double t) {
        return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * middle + t * t * to;
    }
}
