package org.twinlease.drill.script;

import java.util.ArrayList;
import java.util.List;

/// Every word of the language, read off its tables: for people who write drills.
public final class Reference {

    /// A sentence or word, and what it means.
    public record Entry(String words, String meaning) {}

    private Reference() {}

    /// Everything that can be done to a twin.
    public static List<Entry> deeds() {
        List<Entry> all = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            String end = deed.undo() == null ? "" : " May end by itself: for TIME.";
            all.add(new Entry(deed.sentence(), deed.meaning() + end));
        }
        return all;
    }

    /// Everything that can be expected of a drill.
    public static List<Entry> claims() {
        List<Entry> all = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            all.add(new Entry("expect " + claim.sentence(), claim.meaning()));
        }
        return all;
    }

    /// Everything that can be set of the demo pair.
    public static List<Entry> settings() {
        List<Entry> all = new ArrayList<>();
        for (Setting each : Setting.values()) {
            String range =
                    " (%s to %s; %s when nothing is said)"
                            .formatted(
                                    each.write(each.least()),
                                    each.write(each.most()),
                                    each.write(each.usual()));
            all.add(new Entry(each.word(), each.meaning() + range));
        }
        return all;
    }

    /// Every way in which a client can live.
    public static List<Entry> kinds() {
        List<Entry> all = new ArrayList<>();
        for (Kind kind : Kind.values()) all.add(new Entry(kind.word(), kind.meaning()));
        return all;
    }
}
