package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleFiles;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Fact;
import org.twinlease.console.model.Field;
import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Replies;
import org.twinlease.console.model.Shown;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.frame.FrameModel;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Notice;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The Leases page: every lease, filtered and sorted as a person wants, and one of them in full.
/// Rows change in place; which rows are seen in which order changes only when nobody is reading
/// ([#browsing]) or asks for it ([#refresh]).
public final class LeasesModel {

    /// A filter by state with how many leases are in it; `state` null is all of them.
    public record Chip(
            @Nullable BindingState state, String label, String count, Tone tone, boolean chosen) {}

    /// One remembered decision of a story.
    public record Chapter(
            String clock, String ago, String title, List<String> sentences, Tone tone) {}

    /// What an operator may do with a lease, and the words to confirm it with.
    public record Deed(String label, String warning, String confirm) {}

    /// One address in full. `deed` is null when nothing can be done; `asking` while its
    /// confirmation is awaited; `message` is the outcome of the last deed, empty before.
    public record Drawer(
            Ip4 address,
            String state,
            Tone tone,
            String summary,
            String limit,
            List<Field> record,
            List<Chapter> story,
            @Nullable Deed deed,
            boolean asking,
            boolean busy,
            String message,
            Tone messageTone,
            @Nullable Copies copies) {}

    /// The other server's copies: whose, how many differ, whether only those are shown or are old.
    public record Beside(String name, int differing, boolean chosen, boolean old) {}

    /// Everything the page shows at `now`, in seconds since 1970. `waiting` counts changes that the
    /// order does not show yet; `saved` is what came of the last export, empty before.
    public record State(
            LeaseRows rows,
            long now,
            String summary,
            boolean loading,
            List<Chip> chips,
            LeaseLook look,
            int waiting,
            @Nullable Drawer drawer,
            @Nullable Empty empty,
            @Nullable Beside beside,
            Fact saved) {}

    private final ConsoleSession session;
    private final Replies replies;
    private final LeaseTable table = new LeaseTable();
    private final PoolNames pools = new PoolNames();
    private final LeaseLoader loader;
    private final LeaseDrawer drawer;
    private final Shown<State> shown;
    private LeaseRows rows = LeaseRows.NONE;
    private final SavedViews views;
    private final LeasesExport export;
    private final Set<Integer> closed = new HashSet<>();
    private LeaseLook look;
    private boolean browsing;
    private boolean findFirst;
    private int waiting;
    private @Nullable FrameModel otherFrame;
    private int differing;
    private int generation;
    private boolean stale;

    public LeasesModel(ConsoleSession session, Replies replies) {
        this.session = session;
        this.replies = replies;
        loader = new LeaseLoader(replies, this::loaded);
        drawer = new LeaseDrawer(session, replies, pools, () -> stale = true, this::settle);
        views = new SavedViews(session.settings());
        export = new LeasesExport(session, replies.ui(), () -> stale = true, this::settle);
        look = views.first();
        shown = new Shown<>(state());
    }

    /// How much attention a state asks for.
    public static Tone tone(BindingState state) {
        return LeaseWords.tone(state);
    }

    /// Where the page's state comes out.
    public Shown<State> shown() {
        return shown;
    }

    /// From now on shows beside every lease how the copy of the other server of a pair stands to
    /// it.
    public void beside(FrameModel frame, LeasesModel other, FrameModel others) {
        otherFrame = others;
        table.peer = other.table;
        drawer.beside(new LeaseCopies(session, frame, replies, others, other.replies));
    }

    /// Whether there are other copies to compare with.
    public boolean isCompared() {
        return otherFrame != null;
    }

    /// Shows only leases of a state, or of all for null.
    public void only(@Nullable BindingState state) {
        look(look.of(state, false));
    }

    /// Shows only leases of which the other server's copy says something else, or all.
    public void onlyDiffering(boolean differing) {
        look(look.of(null, differing));
    }

    /// Shows only leases that fit the terms of a text, and have the rest of it in their address,
    /// hardware address, name or identifier.
    public void search(String text) {
        look(look.text(text));
    }

    /// As [#search] among all states.
    public void seek(String text) {
        if (!text.equals(look.text())) look(look.of(null, false).text(text));
    }

    /// As [#seek], and opens the lease when it is the only one, or the first whose address is just
    /// that.
    public void find(String text) {
        findFirst = true;
        look(look.of(null, false).text(text));
    }

    /// Sorts by columns, of which the first counts most; by address for none.
    public void sort(List<Sort> by) {
        if (!by.equals(look.sorts())) look(look.sorted(by));
    }

    /// Puts rows together.
    public void group(Grouping by) {
        closed.clear();
        look(look.grouped(by));
    }

    /// Closes the group below a heading, or opens it.
    public void toggle(int heading) {
        int group = rows.group(heading);
        if (!closed.remove(group)) closed.add(group);
        rebuild();
    }

    /// Shows a column or leaves it out; that is kept.
    public void show(Column column, boolean wanted) {
        Set<Column> columns = new HashSet<>(look.columns());
        if (wanted) columns.add(column);
        else columns.remove(column);
        look = look.showing(columns);
        views.keepColumns(look);
        stale = true;
        settle();
    }

    /// Takes a look on, whole.
    public void look(LeaseLook wanted) {
        look = wanted;
        rebuild();
    }

    /// The looks that have a name, the same for every server's page.
    public SavedViews views() {
        return views;
    }

    /// How what is typed may go on, as whole texts.
    public List<String> completions(String text) {
        return LeaseCompletion.of(text, pools.all());
    }

    /// Writes the leases that are shown, in their order, to a file.
    public void export(ConsoleFiles.Leases format) {
        export.write(rows.views(), format);
    }

    /// Says whether somebody is reading, so that rows must stay where they are.
    public void browsing(boolean reading) {
        browsing = reading;
        if (!reading && waiting > 0) rebuild();
    }

    /// Brings rows and order up to date now.
    public void refresh() {
        rebuild();
    }

    /// Opens an address in full.
    public void open(Ip4 address) {
        int row = table.find(address.bits());
        if (row >= 0) drawer.open(table.lease(row));
        else replies.ask(new Query.OneLease(address), this::openAnswer, () -> {});
        settle();
    }

    /// Closes what [#open] opened.
    public void close() {
        drawer.close();
        settle();
    }

    /// Asks for the confirmation of the open lease's deed; `sure` carries it out.
    public void deed(boolean sure) {
        if (sure) drawer.act();
        else drawer.askFirst();
        settle();
    }

    /// Takes back the asking.
    public void keep() {
        drawer.keep();
        settle();
    }

    public void on(Notice notice) {
        switch (notice) {
            case Notice.LeaseChanged(var lease, var _, var _, var _) -> put(lease);
            case Notice.Pulse(var _, var now) -> pools.put(now);
            case Notice.Resync() -> load();
            case Notice.PacketSeen _,
                    Notice.Alarm _,
                    Notice.PairChanged _,
                    Notice.PairPulse _,
                    Notice.PairMessage _,
                    Notice.PoolBalanced _ -> {}
        }
    }

    public void pools(List<PoolView> now) {
        pools.put(now);
        stale = true;
    }

    public void load() {
        loader.start();
        stale = true;
    }

    public void tick() {
        if (waiting > 0 && !browsing) rebuild();
        else compare();
        drawer.tick();
        stale = true;
        settle();
    }

    public void settle() {
        if (stale) shown.put(state());
        stale = false;
    }

    private void loaded(List<LeaseView> leases, boolean last) {
        int before = table.size();
        for (LeaseView lease : leases) put(lease);
        boolean first = before == 0;
        if (first || last) rebuild();
        settle();
    }

    private void put(LeaseView lease) {
        LeaseTable.Put put = table.put(lease);
        boolean seen = put == LeaseTable.Put.ADDED;
        if (put == LeaseTable.Put.TURNED) {
            boolean grouped = look.grouping() == Grouping.STATE;
            seen = grouped || look.state() != null || look.sortsBy(Column.STATE);
        }
        boolean moves = look.sortsBy(Column.ENDS) || look.sortsBy(Column.SEEN);
        if (seen || (moves && put == LeaseTable.Put.CHANGED)) waiting++;
        drawer.on(lease);
        stale = true;
    }

    private void openAnswer(@Nullable LeaseView lease) {
        if (lease == null) return;
        drawer.open(lease);
        settle();
    }

    private LeaseQuery query() {
        return look.query(new LeaseTerms.Context(session.clock().millis() / 1_000, pools::name));
    }

    /// Filters and sorts beside the console's thread; what was asked for last wins.
    private void rebuild() {
        int asked = ++generation;
        int size = table.size();
        LeaseLook wanted = look;
        LeaseQuery query = query();
        Set<Integer> shut = Set.copyOf(closed);
        waiting = 0;
        session.background()
                .execute(
                        () -> {
                            int[] order = LeaseOrder.of(table, size, query, wanted.sorts());
                            var grouped =
                                    LeaseGroups.of(table, order, wanted.grouping(), shut, pools);
                            int differ = table.differing(size);
                            replies.ui().execute(() -> rebuilt(asked, grouped, differ));
                        });
        stale = true;
        settle();
    }

    /// Counts what differs anew; with the filter on it, differences that come and go wait as other
    /// changes do.
    private void compare() {
        if (!isCompared()) return;
        int size = table.size();
        session.background()
                .execute(
                        () -> {
                            int differ = table.differing(size);
                            replies.ui().execute(() -> compared(differ));
                        });
    }

    private void compared(int differ) {
        if (differ == differing) return;
        if (look.differing()) waiting++;
        differing = differ;
        stale = true;
        settle();
    }

    private void rebuilt(int asked, LeaseGroups.Grouped order, int differ) {
        if (asked != generation) return;
        differing = differ;
        rows = new LeaseRows(table, order, pools, session.zone());
        stale = true;
        if (findFirst) {
            findFirst = false;
            openFound();
        }
        settle();
    }

    private void openFound() {
        Ip4 exact = Ip4.parse(look.text().strip());
        if (exact != null) open(exact);
        else if (rows.size() == 1) open(rows.address(rows.row(0)));
    }

    private State state() {
        return new State(
                rows,
                session.clock().millis() / 1_000,
                LeaseSummary.of(loader, table, rows, query().isAll()),
                loader.loading(),
                LeaseChips.of(table, look),
                look,
                waiting,
                drawer.state(),
                rows.size() > 0 ? null : LeaseSummary.empty(loader, table, look),
                besides(),
                export.outcome());
    }

    private @Nullable Beside besides() {
        FrameModel other = otherFrame;
        if (other == null) return null;
        var server = other.server();
        String name = server == null ? Text.of("value.unknown") : server.name();
        return new Beside(name, differing, look.differing(), other.isGone());
    }
}
