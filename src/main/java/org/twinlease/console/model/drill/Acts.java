package org.twinlease.console.model.drill;

import org.twinlease.console.model.drill.Block.Lane;
import org.twinlease.drill.script.Act;
import org.twinlease.drill.script.Claim;
import org.twinlease.drill.script.Deed;
import org.twinlease.drill.script.DrillReader;
import org.twinlease.drill.script.Scenario;
import org.twinlease.drill.script.Step;
import org.twinlease.drill.script.Times;
import org.twinlease.drill.script.Values;

import java.util.ArrayList;
import java.util.List;

/// What the language of drills offers, as sentences that are whole: with values in their gaps that
/// a person changes afterwards.
public final class Acts {

    /// A sentence, the lane that it is about, and what it means.
    public record Offer(Lane lane, String words, String meaning) {}

    private static final String SERVER = "SERVER";

    private Acts() {}

    /// Everything that can be done at a moment of a drill that begins at another.
    public static List<Offer> deeds(long begin, long moment) {
        List<Offer> all = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            String words = filled(deed, begin, moment);
            if (words.contains(SERVER)) {
                all.add(of(Lane.A, words, deed));
                all.add(of(Lane.B, words, deed));
            } else {
                boolean clients = deed == Deed.STORM || deed == Deed.ARRIVE;
                all.add(new Offer(clients ? Lane.CLIENTS : Lane.LINK, words, deed.meaning()));
            }
        }
        return all;
    }

    private static Offer of(Lane lane, String words, Deed deed) {
        return new Offer(lane, words.replace(SERVER, Values.name(lane.ordinal())), deed.meaning());
    }

    private static String filled(Deed deed, long begin, long moment) {
        String time = deed == Deed.SLOW ? "5s" : "+70s";
        long back = deed == Deed.RESTORE ? begin : Math.max(begin, moment - 60);
        return deed.sentence()
                .replace("TIME", time)
                .replace("MOMENT", Times.clock(back))
                .replace("NUMBER", "10");
    }

    /// Everything that can be expected of a drill, of a moment where it is of one.
    public static List<Offer> claims(long moment) {
        List<Offer> all = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            String words =
                    claim.sentence()
                            .replace(SERVER, "B")
                            .replace("STATE", "communications-interrupted")
                            .replace("TIME", "10m")
                            .replace("MOMENT", Times.clock(moment))
                            .replace("NUMBER", "10");
            all.add(new Offer(Lane.EXPECT, words, claim.meaning()));
        }
        return all;
    }

    /// What a sentence does at a moment; nothing where it is none.
    static List<Act> read(String words, long moment) {
        String clock = Times.clock(moment);
        String text = "begin 00:00\nat %s %s\n".formatted(clock, words);
        Scenario scenario = DrillReader.read("act", text).scenario();
        if (scenario == null) return List.of();
        return scenario.steps().stream().map(Step::act).toList();
    }
}
