package org.twinlease.console.model.health;

import java.util.ArrayList;
import java.util.List;

/// How far the partner's clock was ahead over the session, in milliseconds: all of it in a bounded
/// number of readings, which get sparser as the session gets longer.
final class Skews {

    private static final int MOST = 720;

    /// A trend of less time is no trend.
    private static final long LEAST_SECONDS = 600;

    private static final double SECONDS_PER_DAY = 86_400;

    /// A reading: seconds since 1970, milliseconds ahead.
    record Reading(long second, long millis) {}

    private final List<Reading> readings = new ArrayList<>();
    private long every = 5;

    void add(long second, long millis) {
        if (!readings.isEmpty() && second - readings.getLast().second() < every) return;
        readings.add(new Reading(second, millis));
        if (readings.size() < MOST) return;
        var half = new ArrayList<Reading>();
        for (int i = 0; i < readings.size(); i += 2) half.add(readings.get(i));
        readings.clear();
        readings.addAll(half);
        every *= 2;
    }

    List<Reading> readings() {
        return List.copyOf(readings);
    }

    /// Whether it was watched long enough to tell a trend.
    boolean hasTrend() {
        return readings.size() > 2
                && readings.getLast().second() - readings.getFirst().second() >= LEAST_SECONDS;
    }

    /// Milliseconds a day that it gains, by the line that fits the readings best.
    double perDay() {
        double count = readings.size();
        double meanX = readings.stream().mapToLong(Reading::second).average().orElse(0);
        double meanY = readings.stream().mapToLong(Reading::millis).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Reading each : readings) {
            double x = each.second() - meanX;
            above += x * (each.millis() - meanY);
            below += x * x;
        }
        return count < 2 || below == 0 ? 0 : above / below * SECONDS_PER_DAY;
    }

    /// The second in which it reaches a limit at this pace, 0 for never.
    long reaches(long limitMillis) {
        double perDay = perDay();
        if (readings.isEmpty() || perDay == 0) return 0;
        Reading last = readings.getLast();
        double goal = perDay > 0 ? limitMillis : -limitMillis;
        double days = (goal - last.millis()) / perDay;
        return days < 0 ? 0 : last.second() + (long) (days * SECONDS_PER_DAY);
    }
}
