package org.twinlease.isc.document;

import org.twinlease.config.Edit;
import org.twinlease.config.document.Document;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Document.Paper;
import org.twinlease.config.document.PairWish;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.pair.PairMaker;
import org.twinlease.isc.pair.PairPlan;
import org.twinlease.isc.tree.ConfTree;

import java.util.ArrayList;
import java.util.List;

/// Both dhcpd.conf of a new pair, from an existing one with its comments, or from nothing.
public final class PairDraft {
    private final PairWish wish;
    private final List<ConfTree> base;
    private final Site site;

    /// `base` are the trees of the existing configuration; none for the networks of the wish.
    public PairDraft(PairWish wish, List<ConfTree> base) {
        this.wish = wish;
        this.base = base.isEmpty() ? List.of(plain(wish)) : List.copyOf(base);
        site = Site.of(this.base);
    }

    private static ConfTree plain(PairWish wish) {
        List<PairMaker.Plain> networks = new ArrayList<>();
        for (PairWish.Network net : wish.networks()) {
            networks.add(
                    new PairMaker.Plain(
                            net.number().toString(),
                            net.netmask().toString(),
                            net.router() == null ? "" : net.router().toString(),
                            net.low() + " " + net.high()));
        }
        String name = wish.primary().file();
        return ConfTree.of(name, PairMaker.plain(networks, wish.leaseSeconds()));
    }

    /// Why no pair can be made of it; nothing when it can.
    public String refusal() {
        if (!site.peers().isEmpty()) {
            String name = site.peers().keySet().iterator().next();
            return "The file has a failover peer \""
                    + name
                    + "\" already: edit it on the Failover peers page.";
        }
        boolean none = site.nets().stream().allMatch(net -> net.pools().isEmpty());
        return none ? "The file has no dynamic addresses to share." : "";
    }

    /// The maximum client lead time that suits the lease times, in seconds.
    public long mclt() {
        return PairMaker.mclt(site);
    }

    /// Both halves, and what they include.
    public Document document() {
        List<Edit> first = PairMaker.half(base, plan(), true);
        List<Edit> second = PairMaker.half(base, plan(), false);
        List<Paper> papers = new ArrayList<>();
        ConfTree main = base.getFirst();
        papers.add(paper(wish.primary().file(), main, first));
        papers.add(paper(wish.secondary().file(), main, second));
        // Pools become members alike in both halves.
        for (ConfTree included : base.subList(1, base.size())) {
            papers.add(paper(included.name(), included, first));
        }
        return new Document(
                List.of(
                        new Half(wish.primary().name(), wish.primary().file()),
                        new Half(wish.secondary().name(), wish.secondary().file())),
                papers);
    }

    private static Paper paper(String name, ConfTree tree, List<Edit> edits) {
        return Paper.of(name, Edit.apply(tree.name(), tree.bytes(), edits));
    }

    private PairPlan plan() {
        PairWish.Numbers numbers = wish.numbers();
        return new PairPlan(
                wish.name(),
                wish.primary().address(),
                wish.secondary().address(),
                wish.port(),
                numbers.mclt() == 0 ? mclt() : numbers.mclt(),
                numbers.split(),
                new PairPlan.Timers(
                        numbers.responseDelay(),
                        numbers.unackedUpdates(),
                        numbers.balanceSeconds()));
    }
}
