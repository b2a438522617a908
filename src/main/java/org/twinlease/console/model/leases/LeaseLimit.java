package org.twinlease.console.model.leases;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.control.Sentences;
import org.twinlease.control.StoryLine;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.time.ZoneId;
import java.util.List;

/// Why a client has a shorter lease than it is configured to get, or had one at first: what most
/// people ask of a pair first.
final class LeaseLimit {

    private LeaseLimit() {}

    /// The sentence; empty when nothing of the kind is remembered.
    static String of(List<StoryLine> story, ZoneId zone) {
        boolean newest = true;
        for (StoryLine line : story.reversed()) {
            if (!line.answer().equals("DHCPACK")) continue;
            for (Reason reason : line.reasons()) {
                if (reason.code() != ReasonCode.TIME_MCLT) continue;
                String key = newest ? "drawer.limit" : "drawer.limit.before";
                String at = Words.clock(line.atMillis(), zone);
                return Text.of(key, at, Sentences.of(reason));
            }
            newest = false;
        }
        return "";
    }
}
