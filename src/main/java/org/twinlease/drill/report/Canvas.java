package org.twinlease.drill.report;

/// Where a chart is drawn. Points from the upper left, `x` to the right and `y` down; colours as
/// `#rrggbb`.
interface Canvas {

    /// A filled shape: x and y of its corners, one after the other.
    void shape(String colour, double... corners);

    /// A line through points.
    void line(String colour, double width, double... points);

    /// Words that begin at a point, or end there.
    void text(String colour, double size, double x, double y, boolean ends, String words);
}
