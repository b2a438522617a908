package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.value.Reason;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;

/// What speaks for and against a partner being down, as far as the control channels tell: each
/// check with its result in numbers and what that is worth. `alive` is the title of the first that
/// proves the contrary, empty when none does.
record Evidence(List<Block.Finding> findings, String alive) {

    /// How long a server may say nothing before it counts as not answering.
    private static final long SILENT_MILLIS = 6_000;

    /// How far back it is looked for what the partner served before it was missed.
    private static final long BEFORE_SECONDS = 600;

    static Evidence of(Guide guide, Signs signs, long now) {
        FailoverView view = guide.view();
        if (view == null) return new Evidence(List.of(), "");
        var gathering = new Gathering(guide, view, signs, now);
        gathering.drill();
        gathering.link();
        gathering.channel();
        gathering.state();
        gathering.clients();
        gathering.served();
        gathering.add("wizard.ev.path", gathering.path(), Text.of("wizard.worth.path"), Tone.PLAIN);
        return new Evidence(gathering.findings, gathering.alive);
    }

    /// The checks one after the other.
    private static final class Gathering {
        final List<Block.Finding> findings = new ArrayList<>();
        private final Guide guide;
        private final FailoverView view;
        private final Signs signs;
        private final long now;
        private final String partner;
        String alive = "";

        Gathering(Guide guide, FailoverView view, Signs signs, long now) {
            this.guide = guide;
            this.view = view;
            this.signs = signs;
            this.now = now;
            partner = guide.partner();
        }

        void add(String title, String words, String worth, Tone tone) {
            findings.add(new Block.Finding(Text.of(title), words, worth, tone));
        }

        private void isAlive(String title, String words) {
            if (alive.isEmpty()) alive = Text.of(title);
            add(title, words, Text.of("wizard.worth.alive"), Tone.BAD);
        }

        void drill() {
            for (PairSide side : guide.sides) {
                if (side.drill() == null) continue;
                isAlive("wizard.ev.drill", Text.of("pair.drill.happened", side.name()));
            }
        }

        void link() {
            var link = view.link();
            long heard = link.lastHeardMillis();
            String ago = Words.ago(heard, now);
            if (link.up()) {
                isAlive("wizard.ev.link", Text.of("wizard.ev.link.up", partner, ago));
                return;
            }
            Reason trouble = link.trouble();
            String why = trouble == null ? "" : Sentences.of(trouble);
            String words =
                    heard == 0
                            ? Text.of("wizard.ev.link.never", partner, why)
                            : Text.of(
                                    "wizard.ev.link.down",
                                    partner,
                                    guide.clock(heard / 1_000, now),
                                    ago,
                                    why);
            add("wizard.ev.link", words.strip(), Text.of("wizard.worth.link"), Tone.WATCH);
        }

        void channel() {
            String title = "wizard.ev.channel";
            PairSide other = guide.other();
            if (other == null) {
                String words = Text.of("wizard.ev.channel.none", guide.side().name());
                add(title, words, "", Tone.PLAIN);
                return;
            }
            boolean silent = other.isGone() || now - other.viewMillis() > SILENT_MILLIS;
            String told =
                    other.view() == null
                            ? Text.of("value.none")
                            : Words.ago(other.viewMillis(), now);
            if (silent) {
                String words = Text.of("wizard.ev.channel.silent", partner, told);
                add(title, words, Text.of("wizard.worth.channel"), Tone.WATCH);
            } else {
                isAlive(
                        title,
                        Text.of(
                                "wizard.ev.channel.answers",
                                partner,
                                told,
                                StateWords.of(other.state()).name()));
            }
        }

        void state() {
            ServerState state = view.partner();
            String worth =
                    switch (state) {
                        case PARTNER_DOWN -> Text.of("wizard.worth.state.down");
                        case PAUSED, SHUTDOWN -> Text.of("wizard.worth.state.left");
                        default -> Text.of("wizard.worth.state");
                    };
            String words =
                    Text.of(
                            "wizard.ev.state.words",
                            StateWords.of(state).name(),
                            guide.clock(view.partnerSince(), now));
            Tone tone = state == ServerState.PARTNER_DOWN ? Tone.BAD : Tone.PLAIN;
            add("wizard.ev.state", words, worth, tone);
        }

        /// From the second behind the last word on: before it the partner was alive anyway.
        void clients() {
            long heard = view.link().lastHeardMillis() / 1_000;
            Signs.Seen since = signs.between(heard + 1, Long.MAX_VALUE);
            String clock = guide.clock(heard, now);
            if (since.tookOther() > 0) {
                isAlive(
                        "wizard.ev.offers",
                        Text.of(
                                "wizard.ev.offers.some",
                                Words.count(since.tookOther()),
                                clock,
                                since.taken()));
            } else {
                boolean quiet = since.packets() == 0;
                add(
                        "wizard.ev.offers",
                        Text.of(
                                quiet ? "wizard.ev.offers.quiet" : "wizard.ev.offers.none",
                                Words.count(since.packets()),
                                clock),
                        quiet ? "" : Text.of("wizard.worth.offers"),
                        quiet ? Tone.PLAIN : Tone.GOOD);
            }
            boolean some = since.rebound() > 0;
            String own = guide.side().name();
            add(
                    "wizard.ev.rebound",
                    Text.of(
                            some ? "wizard.ev.rebound.some" : "wizard.ev.rebound.none",
                            Words.count(since.rebound()),
                            own,
                            clock),
                    Text.of(some ? "wizard.worth.rebound" : "wizard.worth.rebound.none"),
                    some ? Tone.GOOD : Tone.PLAIN);
        }

        void served() {
            long heard = view.link().lastHeardMillis() / 1_000;
            Signs.Seen before = signs.between(heard - BEFORE_SECONDS, heard + 1);
            long free = 0;
            for (PoolView pool : guide.side().pools()) free += partners(view, pool);
            add(
                    "wizard.ev.served",
                    Text.of(
                            "wizard.ev.served.words",
                            Words.count(before.left()),
                            Words.coarse(BEFORE_SECONDS),
                            guide.side().name(),
                            Words.count(free)),
                    "",
                    Tone.PLAIN);
        }

        String path() {
            var address = view.link().partner();
            String host = address == null ? partner : address.toString();
            return Text.of("wizard.ev.path.words", host);
        }
    }

    /// The free addresses of a pool that are the partner's to give.
    static long partners(@Nullable FailoverView view, PoolView pool) {
        if (view == null) return 0;
        return view.primary() ? pool.backup() : pool.free();
    }
}
