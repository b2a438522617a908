package org.twinlease.drill.report;

import org.twinlease.drill.Original;
import org.twinlease.drill.Twin;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;

import java.util.Objects;

/// Drills that are over, to be reported.
final class Ran {

    /// Partner-down is ordered while the partner lives: addresses are doubled, and what is expected
    /// does not hold.
    static final Twin BAD =
            of(
                    "bad",
                    """
                    # <Partner-down> & co
                    # What it teaches.
                    pair demo with lease 10m, mclt 5m, addresses 60
                    population 20 renewing, 3 new a minute staying 5m
                    begin 11:55
                    at 12:00 cut link
                    at 12:05 operator: partner-down on A as of 12:02
                    at 12:40 heal link
                    end 13:00
                    expect A is partner-down at 12:10
                    expect nobody waits longer than 1s
                    """);

    /// Nothing happens.
    static final Twin CALM = of("calm", "# Calm\nbegin 12:00\nend 12:10\n");

    private Ran() {}

    static Twin of(String name, String text) {
        var reading = DrillReader.read(name + ".drill", text);
        Scenario scenario = Objects.requireNonNull(reading.scenario(), reading::toString);
        Twin twin = new Twin(scenario, Original.demo(scenario), 1);
        twin.finish();
        return twin;
    }
}
