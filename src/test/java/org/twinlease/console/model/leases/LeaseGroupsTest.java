package org.twinlease.console.model.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.console.model.PoolNames;
import org.twinlease.console.model.Samples;
import org.twinlease.console.model.leases.LeaseGroups.Heading;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.value.BindingState;

import java.util.List;
import java.util.Set;

/// Rows with a heading in front of each group.
final class LeaseGroupsTest {

    private static final int[] ROWS = {3, 1, 4, 0, 2};

    private final LeaseTable table = new LeaseTable();
    private final PoolNames pools = new PoolNames();

    @BeforeEach
    void fill() {
        pools.put(List.of(Samples.pool(0, "office", 100, 10, 0)));
        for (int i = 0; i < 5; i++) {
            table.put(Samples.lease(i, i % 2 == 0 ? BindingState.ACTIVE : BindingState.FREE));
        }
    }

    private LeaseGroups.Grouped grouped(Grouping by, Integer... closed) {
        return LeaseGroups.of(table, ROWS, by, Set.of(closed), pools);
    }

    @Test
    void withoutGroupsTheOrderIsAsItWas() {
        assertThat(grouped(Grouping.NONE).order()).isEqualTo(ROWS);
        assertThat(grouped(Grouping.NONE).headings()).isEmpty();
    }

    @Test
    void rowsKeepTheirOrderBelowTheirHeading() {
        var groups = grouped(Grouping.STATE);
        assertThat(groups.order()).containsExactly(-1, 3, 1, -2, 4, 0, 2);
        assertThat(groups.headings()).extracting(Heading::name).containsExactly("Free", "Active");
        assertThat(groups.headings()).extracting(Heading::count).containsExactly(2, 3);
    }

    @Test
    void ofAClosedGroupOnlyTheHeadingIsSeen() {
        var groups = grouped(Grouping.STATE, BindingState.FREE.code());
        assertThat(groups.order()).containsExactly(-1, -2, 4, 0, 2);
        assertThat(groups.headings()).extracting(Heading::open).containsExactly(false, true);
        assertThat(groups.headings().getFirst().count()).isEqualTo(2);
        var none = grouped(Grouping.STATE, BindingState.FREE.code(), BindingState.ACTIVE.code());
        assertThat(none.order()).containsExactly(-1, -2);
    }

    @Test
    void poolsAreNamedAsFarAsTheyAreKnown() {
        assertThat(grouped(Grouping.POOL).headings())
                .extracting(Heading::words)
                .containsExactly("\u25be office");
        pools.put(List.of());
        var unnamed = LeaseGroups.of(table, ROWS, Grouping.POOL, Set.of(), new PoolNames());
        assertThat(unnamed.headings()).extracting(Heading::name).containsExactly("no network");
    }

    @Test
    void noRowsHaveNoHeadings() {
        var none = LeaseGroups.of(table, new int[0], Grouping.STATE, Set.of(), pools);
        assertThat(none.order()).isEmpty();
        assertThat(none.headings()).isEmpty();
    }
}
