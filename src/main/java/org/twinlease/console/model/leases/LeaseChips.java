package org.twinlease.console.model.leases;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.leases.LeasesModel.Chip;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.List;

/// The filters by state above the table: all, the usual states, and those that some lease is in.
final class LeaseChips {

    private LeaseChips() {}

    static List<Chip> of(LeaseTable table, LeaseLook look) {
        var chips = new ArrayList<Chip>();
        chips.add(
                new Chip(
                        null,
                        Text.of("state.all"),
                        Words.count(table.size()),
                        Tone.PLAIN,
                        look.state() == null && !look.differing()));
        for (BindingState state : BindingState.values()) {
            boolean usual =
                    state == BindingState.ACTIVE
                            || state == BindingState.FREE
                            || state == BindingState.ABANDONED;
            boolean chosen = look.state() == state;
            if (!usual && !chosen && table.count(state) == 0) continue;
            chips.add(
                    new Chip(
                            state,
                            LeaseWords.state(state),
                            Words.count(table.count(state)),
                            LeaseWords.tone(state),
                            chosen));
        }
        return List.copyOf(chips);
    }
}
