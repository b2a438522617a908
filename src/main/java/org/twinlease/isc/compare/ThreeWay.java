package org.twinlease.isc.compare;

import org.twinlease.config.Difference;
import org.twinlease.config.Edit;
import org.twinlease.isc.outline.Site;
import org.twinlease.isc.tree.ConfTree;

import java.util.ArrayList;
import java.util.List;

/// Merges what was done to two configurations since they had something in common, by meaning: each
/// takes over what only the other one has changed, in its own files and layout. What belongs to
/// each half of a pair by itself never crosses over.
public final class ThreeWay {

    /// What came over: what it is about, which of the two took it (`second`: the second one), and
    /// what it says now, empty for nothing any more.
    public record Taken(String about, boolean second, String words) {}

    /// What a person has to decide or to do: what it is about, how the two put it, and why.
    public record Open(String about, String one, String two, String why) {}

    /// Both configurations as they become, file by file in the order in which they came, what was
    /// taken, and what is left to a person.
    public record Result(
            List<ConfTree> one, List<ConfTree> two, List<Taken> taken, List<Open> open) {

        /// Takes copies of the lists.
        public Result {
            one = List.copyOf(one);
            two = List.copyOf(two);
            taken = List.copyOf(taken);
            open = List.copyOf(open);
        }
    }

    private static final String BOTH = "Both have changed it, differently";

    private final Site common;
    private List<ConfTree> one;
    private List<ConfTree> two;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    private ThreeWay(List<ConfTree> common, List<ConfTree> one, List<ConfTree> two) {
        this.common = Site.of(common);
        this.one = one;
        this.two = two;
    }

    /// The merge of three configurations, each with its own file first and what that includes
    /// behind it.
    public static Result of(List<ConfTree> common, List<ConfTree> one, List<ConfTree> two) {
        var merge = new ThreeWay(common, one, two);
        while (merge.step()) merge.open.clear();
        return new Result(merge.one, merge.two, merge.taken, merge.open);
    }

    /// Takes over the first thing that can be. A block has to be there before what stands in it, so
    /// all is looked at again after each.
    private boolean step() {
        Site here = Site.of(one);
        Site there = Site.of(two);
        List<Difference> first = PairDiff.of(common, here).differences();
        List<Difference> second = PairDiff.of(common, there).differences();
        for (Difference each : PairDiff.of(here, there).differences()) {
            boolean byOne = isOf(each, each.one(), first);
            boolean byTwo = isOf(each, each.two(), second);
            if (byOne == byTwo) {
                open.add(new Open(each.about(), each.one(), each.two(), BOTH));
                continue;
            }
            try {
                String about = each.about();
                if (byOne) two = with(two, Adoption.of(here, there, about));
                else one = with(one, Adoption.of(there, here, about));
                taken.add(new Taken(about, byOne, byOne ? each.one() : each.two()));
                return true;
            } catch (Adoption.Unable e) {
                String why = String.valueOf(e.getMessage());
                open.add(new Open(each.about(), each.one(), each.two(), why));
            }
        }
        return false;
    }

    /// Whether it was one of these changes that made a half say what it says, of a block or of what
    /// stands in it. A range may go by another name than before; then its words tell.
    private static boolean isOf(Difference difference, String words, List<Difference> changes) {
        String about = difference.about();
        for (Difference change : changes) {
            boolean inside = change.about().startsWith(about + " / ");
            if (inside || change.about().equals(about)) return true;
            boolean ranges = isRange(change) && isRange(difference);
            if (ranges && !words.isEmpty() && change.two().equals(words)) return true;
        }
        return false;
    }

    private static boolean isRange(Difference difference) {
        return difference.about().startsWith(PairDiff.ADDRESSES);
    }

    private static List<ConfTree> with(List<ConfTree> files, List<Edit> edits) {
        return files.stream().map(file -> file.with(edits)).toList();
    }
}
