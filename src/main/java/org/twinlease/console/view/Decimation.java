package org.twinlease.console.view;

import java.util.List;

/// Brings a long series down to what can be seen: for each column of pixels the least and the
/// greatest value, so that no spike is lost however many values fall into it.
public final class Decimation {

    private Decimation() {}

    /// Two values a column, least and greatest in the order in which they came; a series that is no
    /// longer than that comes back as it is.
    public static double[] of(List<Double> values, int columns) {
        int size = values.size();
        if (size <= 2 * columns) return values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] result = new double[2 * columns];
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * size / columns);
            int to = (int) ((long) (column + 1) * size / columns);
            int least = from;
            int greatest = from;
            for (int i = from + 1; i < to; i++) {
                if (values.get(i) < values.get(least)) least = i;
                if (values.get(i) > values.get(greatest)) greatest = i;
            }
            result[2 * column] = values.get(Math.min(least, greatest));
            result[2 * column + 1] = values.get(Math.max(least, greatest));
        }
        return result;
    }

    /// The end of an axis that holds `greatest` and whose thirds are round numbers.
    public static double axisEnd(double greatest) {
        double power = 1;
        while (power * 10 < greatest) power *= 10;
        for (double step : new double[] {1.5, 3, 6, 9}) {
            if (greatest <= step * power) return step * power;
        }
        return 15 * power;
    }
}
