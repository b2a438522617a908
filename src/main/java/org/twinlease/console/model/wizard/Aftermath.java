package org.twinlease.console.model.wizard;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.pair.StateWords;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;

import java.util.ArrayList;
import java.util.List;

/// What partner-down leads to, with the partner down since `since` (seconds since 1970): what
/// changes at once and what later, which addresses could be doubled, how the partner is kept off,
/// and how it went.
record Aftermath(Guide guide, FailoverView view, long since, long now) {

    /// When the partner's free addresses open: as the server itself says it.
    private long opens() {
        return since + view.mclt() + 1;
    }

    private long partnersFree() {
        return guide.side().pools().stream().mapToLong(pool -> Evidence.partners(view, pool)).sum();
    }

    Block changes() {
        String own = guide.side().name();
        String mclt = Sentences.duration(view.mclt());
        long left = opens() - now / 1_000;
        long mine = guide.side().pools().stream().mapToLong(guide.side()::own).sum();
        String when = left > 0 ? Text.of("wizard.in", Words.coarse(left)) : Text.of("wizard.now");
        return new Block.Findings(
                List.of(
                        change(
                                "wizard.down.atonce",
                                Text.of("wizard.down.atonce.words", own, Words.count(mine))),
                        change(
                                "wizard.down.later",
                                Text.of(
                                        "wizard.down.later.words",
                                        guide.clock(opens(), now),
                                        when,
                                        Words.count(partnersFree()),
                                        guide.partner(),
                                        mclt)),
                        change("wizard.down.same", Text.of("wizard.down.same.words", mclt)),
                        change(
                                "wizard.down.ended",
                                Text.of("wizard.down.ended.words", guide.partner(), mclt))));
    }

    private static Block.Finding change(String title, String words) {
        return new Block.Finding(Text.of(title), words, "", Tone.CALM);
    }

    List<Block> doubled(Risk found) {
        var blocks = new ArrayList<Block>();
        String own = guide.side().name();
        if (found.isFailed()) {
            blocks.add(new Block.Words(Text.of("wizard.risk.gone", own), Tone.WATCH));
        } else if (!found.isWhole()) {
            String looked = Words.count(found.looked());
            blocks.add(new Block.Words(Text.of("wizard.risk.looking", looked), Tone.CALM));
        }
        String opens = guide.clock(opens(), now);
        String free = Words.count(found.free());
        String first =
                found.firstSecond() == Long.MAX_VALUE
                        ? Text.of("value.none")
                        : guide.clock(found.firstSecond(), now);
        String running = Words.count(found.running());
        String partner = guide.partner();
        var list = new ArrayList<Block.Finding>();
        list.add(
                new Block.Finding(
                        Text.of("wizard.risk.off", partner),
                        Text.of("wizard.risk.off.words", opens, free),
                        "",
                        Tone.GOOD));
        list.add(
                new Block.Finding(
                        Text.of("wizard.risk.alive", partner),
                        Text.of("wizard.risk.alive.words", free, opens, running, first),
                        "",
                        Tone.BAD));
        for (PoolView pool : guide.side().pools()) list.add(pool(pool));
        blocks.add(new Block.Findings(list));
        String shown = Words.count(found.addresses().size());
        blocks.add(new Block.Listing(Text.of("wizard.risk.list", free, shown), found.addresses()));
        return blocks;
    }

    private Block.Finding pool(PoolView pool) {
        String words =
                Text.of(
                        "wizard.risk.pool",
                        Words.count(Evidence.partners(view, pool)),
                        Words.count(pool.active()),
                        Words.count(pool.size()));
        return new Block.Finding(pool.network(), words, "", Tone.PLAIN);
    }

    List<Block> fence() {
        String partner = guide.partner();
        String own = guide.side().name();
        return List.of(
                new Block.Words(Text.of("wizard.fence.why", partner, own), Tone.WATCH),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.fence.power", partner),
                                Text.of("wizard.fence.autostart"),
                                Text.of("wizard.fence.image"),
                                Text.of("wizard.fence.first", partner, own))));
    }

    List<Block> result() {
        long left = opens() - now / 1_000;
        String free = Words.count(partnersFree());
        String partner = guide.partner();
        String at = guide.clock(opens(), now);
        var state = StateWords.of(guide.side().state());
        var list = new ArrayList<Block.Finding>();
        list.add(
                new Block.Finding(
                        Text.of("wizard.result.state", guide.side().name(), state.name()),
                        state.may(),
                        "",
                        Tone.GOOD));
        list.add(
                left > 0
                        ? new Block.Finding(
                                Text.of("wizard.result.waits", Words.countdown(left)),
                                Text.of(
                                        "wizard.result.opens",
                                        free,
                                        partner,
                                        at,
                                        Words.countdown(left)),
                                "",
                                Tone.CALM)
                        : new Block.Finding(
                                Text.of("wizard.result.opened"),
                                Text.of("wizard.result.open", free, partner, at),
                                "",
                                Tone.GOOD));
        if (view.link().up()) {
            String theirs = StateWords.of(view.partner()).name();
            list.add(
                    new Block.Finding(
                            Text.of("wizard.result.back", partner),
                            Text.of("wizard.result.back.words", partner, theirs),
                            "",
                            Tone.CALM));
        }
        return List.of(
                new Block.Findings(list),
                new Block.Words(Text.of("wizard.result.next"), Tone.PLAIN),
                new Block.Steps(
                        List.of(
                                Text.of("wizard.result.repair", partner),
                                Text.of("wizard.result.start", partner),
                                Text.of("wizard.result.watch"))));
    }
}
