package org.twinlease.isc.compare;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Edit;
import org.twinlease.isc.compare.Facts.Fact;
import org.twinlease.isc.edit.Editor;
import org.twinlease.isc.edit.Excerpt;
import org.twinlease.isc.outline.Entry;
import org.twinlease.isc.outline.Net;
import org.twinlease.isc.outline.PoolPart;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.outline.Span;

import java.util.ArrayList;
import java.util.List;

/// Makes one half of a pair say of something what the other half says, in its own file and layout.
public final class Adoption {
    private final Site source;
    private final Site target;
    private final Facts says;
    private final Facts shall;

    /// What a machine should not do, and what to do instead, as a sentence.
    public static final class Unable extends Exception {
        private static final long serialVersionUID = 1;

        Unable(String why) {
            super(why);
        }
    }

    private Adoption(Site source, Site target) {
        this.source = source;
        this.target = target;
        says = Facts.of(source);
        shall = Facts.of(target);
    }

    /// The edits of the target's files after which it says of `about`, as [PairDiff] names it, what
    /// the source says.
    ///
    /// @throws Unable when a person has to do it
    public static List<Edit> of(Site source, Site target, String about) throws Unable {
        return new Adoption(source, target).edits(about);
    }

    private List<Edit> edits(String about) throws Unable {
        Fact wanted = says.rows().get(about);
        Fact present = shall.rows().get(about);
        if (about.equals("order of classes")) {
            throw new Unable("Put the classes into the same order on the Configuration page.");
        }
        if (about.startsWith("failover peer ") && !about.contains(" / ")) {
            throw new Unable(
                    "Role and addresses cross over: declare the relationship on the Failover peers"
                            + " page.");
        }
        if (about.startsWith(PairDiff.ADDRESSES) && !about.contains(" / ")) {
            return addresses(about, wanted, present);
        }
        if (about.endsWith(" / for")) return permits(about);
        if (about.startsWith("class ") && !about.contains(" / ")) whole(about);
        if (wanted == null) {
            if (present == null) throw gone();
            return List.of(new Editor(present.at().tree()).remove(present.at()));
        }
        String text = Excerpt.of(wanted.at());
        if (present == null) return List.of(insert(wanted.block(), text));
        if (about.startsWith("subnet ") && !about.contains(" / ")) {
            throw new Unable(
                    "The subnet stands in another shared network: move it on the Configuration"
                            + " page.");
        }
        return List.of(new Editor(present.at().tree()).exchange(present.at(), text));
    }

    private static Unable gone() {
        return new Unable("Neither half says anything of it any more.");
    }

    /// A class that has subclasses is more than its block.
    private void whole(String about) throws Unable {
        String name = about.substring("class \"".length(), about.length() - 1);
        for (Site site : List.of(source, target)) {
            var part = site.classes().get(name);
            if (part == null || part.subclasses().isEmpty()) continue;
            throw new Unable("The class has subclasses: edit them on the Configuration page.");
        }
    }

    /// Puts a statement where it stands at the source.
    private Edit insert(@Nullable Entry block, String text) throws Unable {
        if (block == null) {
            List<Entry> top = target.outline().top();
            if (top.isEmpty()) throw new Unable("The other file is empty.");
            return new Editor(top.getFirst().tree()).insert(null, top, text);
        }
        Entry here = says.counterpart(block, shall);
        if (here == null) {
            throw new Unable(
                    "The other half has no such block (" + block.head(0) + "): take that first.");
        }
        return new Editor(here.tree()).insert(here, here.children(), text);
    }

    private List<Edit> addresses(String about, @Nullable Fact wanted, @Nullable Fact present)
            throws Unable {
        if (wanted != null && present != null) return membership(about);
        if (wanted == null) {
            if (present == null) throw gone();
            String met = PairDiff.meeting(about, target, source);
            Span other = PairDiff.span(met, source);
            if (other != null) return range(present.at(), other);
            PoolPart pool = pool(about, target);
            boolean whole =
                    !pool.anonymous()
                            && pool.ranges().stream().allMatch(span -> isMissing(span, source));
            Entry out = whole ? pool.entry() : present.at();
            return List.of(new Editor(out.tree()).remove(out));
        }
        String met = PairDiff.meeting(about, source, target);
        Span other = PairDiff.span(met, target);
        Span span = PairDiff.span(about, source);
        if (other != null && span != null) return range(other.entry(), span);
        PoolPart pool = pool(about, source);
        boolean whole =
                !pool.anonymous()
                        && pool.ranges().stream().allMatch(each -> isMissing(each, target));
        Entry block = pool.entry();
        return List.of(
                whole
                        ? insert(block.parent(), Excerpt.of(block))
                        : insert(block, Excerpt.of(wanted.at())));
    }

    private static boolean isMissing(Span span, Site site) {
        return PairDiff.span(PairDiff.ADDRESSES + span.words(), site) == null;
    }

    private static List<Edit> range(Entry statement, Span as) {
        return List.of(new Editor(statement.tree()).exchange(statement, Excerpt.of(as.entry())));
    }

    /// Puts a range into the relationship that it is in at the source, or takes it out.
    private List<Edit> membership(String about) throws Unable {
        PoolPart from = pool(about, source);
        PoolPart to = pool(about, target);
        Entry wanted = from.reference();
        Entry present = to.reference();
        if (present != null && !to.anonymous()) {
            var editor = new Editor(present.tree());
            return List.of(
                    wanted == null
                            ? editor.remove(present)
                            : editor.exchange(present, Excerpt.of(wanted)));
        }
        if (wanted == null || to.anonymous()) {
            throw new Unable(
                    "The pools are built differently: edit them on the Configuration page.");
        }
        String text = Excerpt.of(wanted);
        Entry block = to.entry();
        return List.of(new Editor(block.tree()).insert(block, block.children(), text));
    }

    private List<Edit> permits(String about) throws Unable {
        String addresses = about.substring(0, about.length() - " / for".length());
        PoolPart from = pool(addresses, source);
        PoolPart to = pool(addresses, target);
        if (from.anonymous() || to.anonymous()) {
            throw new Unable(
                    "The pools are built differently: edit them on the Configuration page.");
        }
        List<Entry> out = without(to.permits(), from.permits());
        List<Entry> in = without(from.permits(), to.permits());
        var edits = new ArrayList<Edit>();
        int both = Math.min(out.size(), in.size());
        for (int i = 0; i < both; i++) {
            Entry old = out.get(i);
            edits.add(new Editor(old.tree()).exchange(old, Excerpt.of(in.get(i))));
        }
        for (Entry permit : out.subList(both, out.size())) {
            edits.add(new Editor(permit.tree()).remove(permit));
        }
        var lines = new StringBuilder();
        for (Entry permit : in.subList(both, in.size())) {
            lines.append(lines.isEmpty() ? "" : "\n").append(Excerpt.of(permit));
        }
        Entry block = to.entry();
        if (!lines.isEmpty()) {
            edits.add(
                    new Editor(block.tree())
                            .insertBefore(block.children().getFirst(), lines.toString()));
        }
        return edits;
    }

    private static List<Entry> without(List<Entry> some, List<Entry> others) {
        return some.stream().filter(a -> others.stream().noneMatch(b -> same(a, b))).toList();
    }

    private static boolean same(Entry one, Entry two) {
        return one.canonical().equals(two.canonical());
    }

    private static PoolPart pool(String about, Site site) throws Unable {
        for (Net net : site.nets()) {
            for (PoolPart pool : net.pools()) {
                for (Span span : pool.ranges()) {
                    if (about.equals(PairDiff.ADDRESSES + span.words())) return pool;
                }
            }
        }
        throw gone();
    }
}
