package org.twinlease.drill.report;

import org.twinlease.drill.report.Paper.Look;
import org.twinlease.drill.report.Paper.Piece;
import org.twinlease.drill.report.Paper.Strip;
import org.twinlease.drill.report.Paper.Strips;

import java.util.List;

/// Strips below each other, pale enough for paper: what was when.
final class StripDrawing {

    static final double WIDTH = 760;

    private static final double LEFT = 120;
    private static final double HIGH = 20;
    private static final double GAP = 6;
    private static final double RULER = 18;

    /// How much of a strip a letter takes, about.
    private static final double LETTER = 5.4;

    private static final String INK = "#1f2933";
    private static final String GREY = "#66788a";

    private final Strips strips;

    StripDrawing(Strips strips) {
        this.strips = strips;
    }

    double height() {
        return strips.strips().size() * (HIGH + GAP) + RULER;
    }

    void draw(Canvas on) {
        List<Strip> all = strips.strips();
        for (int i = 0; i < all.size(); i++) draw(on, all.get(i), i * (HIGH + GAP));
        double below = height() - 4;
        on.text(GREY, 9, LEFT, below, false, strips.from());
        on.text(GREY, 9, WIDTH, below, true, strips.to());
    }

    private static void draw(Canvas on, Strip strip, double top) {
        on.text(GREY, 9.5, 0, top + HIGH - 6, false, strip.name());
        for (Piece piece : strip.pieces()) {
            double from = LEFT + piece.from() * (WIDTH - LEFT);
            double to = Math.max(from + 1, LEFT + piece.to() * (WIDTH - LEFT));
            double low = top + HIGH;
            on.shape(colour(piece.look()), from, top, to, top, to, low, from, low);
            if (to - from < piece.words().length() * LETTER + 12) continue;
            on.text(INK, 9, from + 6, low - 6, false, piece.words());
        }
    }

    private static String colour(Look look) {
        return switch (look) {
            case GOOD -> "#d5ecd8";
            case WATCH -> "#f8e3b4";
            case BAD -> "#f3c7bd";
            case CALM -> "#d6e2f4";
            case UNKNOWN -> "#eceff3";
        };
    }
}
