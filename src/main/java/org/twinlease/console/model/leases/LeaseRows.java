package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/// The leases that are seen, in their order. Which rows and in which order never changes; what a
/// row says does, while the server works: [#version] tells when a row has to be drawn anew.
public final class LeaseRows {

    /// The columns of the table.
    public enum Column {
        ADDRESS,
        STATE,
        HOST,
        HARDWARE,
        CLIENT_ID,
        ENDS,
        SEEN,
        POOL,
        PEER,
        STARTS,
        TSTP,
        TSFP,
        ATSFP
    }

    /// No rows at all.
    static final LeaseRows NONE =
            new LeaseRows(
                    new LeaseTable(),
                    new LeaseGroups.Grouped(new int[0], List.of()),
                    new PoolNames(),
                    ZoneId.of("UTC"));

    private final LeaseTable table;
    private final int[] order;
    private final List<LeaseGroups.Heading> headings;
    private final PoolNames pools;
    private final ZoneId zone;

    LeaseRows(LeaseTable table, LeaseGroups.Grouped rows, PoolNames pools, ZoneId zone) {
        this.table = table;
        order = rows.order();
        headings = rows.headings();
        this.pools = pools;
        this.zone = zone;
    }

    /// How many rows are seen.
    public int size() {
        return order.length;
    }

    /// How many leases there are in all groups, seen or not.
    int leases() {
        if (headings.isEmpty()) return order.length;
        return headings.stream().mapToInt(LeaseGroups.Heading::count).sum();
    }

    /// The leases in their order, closed groups left out.
    List<LeaseView> views() {
        return Arrays.stream(order).filter(row -> row >= 0).mapToObj(table::lease).toList();
    }

    /// Whether a row is the heading of a group.
    public static boolean isHeading(int row) {
        return row < 0;
    }

    /// What a heading says; nothing for one of other rows, which a cell that is out of sight may
    /// still have.
    public String heading(int row) {
        return -row > headings.size() ? "" : headings.get(-1 - row).words();
    }

    /// How many rows belong below a heading.
    public String below(int row) {
        return -row > headings.size() ? "" : Words.count(headings.get(-1 - row).count());
    }

    /// What the rows below a heading have in common, for [LeasesModel#toggle].
    int group(int row) {
        return headings.get(-1 - row).key();
    }

    /// The row at a position; negative for a heading.
    public int row(int position) {
        return order[position];
    }

    /// Where a row is seen, or -1.
    public int position(int row) {
        for (int i = 0; i < order.length; i++) if (order[i] == row) return i;
        return -1;
    }

    /// The row of an address, seen or not, or -1.
    public int find(Ip4 address) {
        return table.find(address.bits());
    }

    /// Grows with each change of a row.
    public int version(int row) {
        return table.version[row];
    }

    /// The address of a row.
    public Ip4 address(int row) {
        return new Ip4(table.address[row]);
    }

    /// The state of a row.
    public BindingState state(int row) {
        return BindingState.of(table.state[row]);
    }

    /// What a cell says at a time in seconds since 1970; empty for nothing.
    public String text(int row, Column column, long now) {
        return switch (column) {
            case ADDRESS -> Ip4.text(table.address[row]);
            case STATE -> LeaseWords.state(state(row));
            case HOST -> orEmpty(table.host(row));
            case HARDWARE -> orEmpty(table.hardware(row));
            case CLIENT_ID -> PacketWords.clientId(table.clientId[row]);
            case ENDS -> ends(row, now);
            case SEEN -> seen(row, now);
            case POOL -> pools.name(table.pool[row]);
            case STARTS -> LeaseWords.delta(LeaseTable.seconds(table.starts[row]), now);
            case TSTP -> LeaseWords.delta(LeaseTable.seconds(table.tstp[row]), now);
            case TSFP -> LeaseWords.delta(LeaseTable.seconds(table.tsfp[row]), now);
            case ATSFP -> LeaseWords.delta(LeaseTable.seconds(table.atsfp[row]), now);
            case PEER ->
                    switch (table.copy(row)) {
                        case SAME -> Text.of("leases.peer.same");
                        case UNKNOWN -> Text.of("value.none");
                        case DIFFERENT -> different(row);
                    };
        };
    }

    /// The share of an active lease's time that is still to go, 0 to 1; -1 when it has no end.
    public double remaining(int row, long now) {
        if (table.state[row] != BindingState.ACTIVE.code()) return -1;
        long end = LeaseTable.seconds(table.ends[row]);
        long start = LeaseTable.seconds(table.starts[row]);
        if (end == LeaseView.NEVER || end <= start) return -1;
        return Math.clamp((double) (end - now) / (end - start), 0, 1);
    }

    /// Whether the other server's copy of a row says something else.
    public boolean differs(int row) {
        return table.copy(row) == LeaseTable.Copy.DIFFERENT;
    }

    private String different(int row) {
        BindingState theirs = table.peerState(row);
        if (theirs == null || theirs == state(row)) return Text.of("leases.peer.client");
        return Text.of("leases.peer.state", LeaseWords.state(theirs));
    }

    private String ends(int row, long now) {
        if (table.state[row] != BindingState.ACTIVE.code()) return "";
        long end = LeaseTable.seconds(table.ends[row]);
        if (end == LeaseView.NEVER) return Text.of("lease.never");
        return end <= now ? Text.of("lease.over") : Words.countdown(end - now);
    }

    private String seen(int row, long now) {
        long at = LeaseTable.seconds(table.seen[row]);
        if (at == 0) return "";
        return now - at < 3_600
                ? Words.ago(at * 1_000, now * 1_000)
                : Words.moment(at * 1_000, now * 1_000, zone);
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
