package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Site;
import org.twinlease.dhcp.Plan;
import org.twinlease.journal.Journal;
import org.twinlease.lease.Lease;
import org.twinlease.lease.PairState;
import org.twinlease.sim.SimDisk;
import org.twinlease.sim.SimDisk.Op;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.Now;
import org.twinlease.value.ServerState;

import java.io.IOException;
import java.util.Random;

final class LedgerTest {
    private static final Ip4 ADDRESS = Ip4.of("10.0.1.10");
    private final SimDisk disk = new SimDisk("data", new Random(1));
    private Ledger ledger = open();

    private Ledger open() {
        Store store = new Store(plan());
        try {
            Journal journal =
                    Journal.open(disk, store::restore, pair -> store.put(pair.name(), pair))
                            .journal();
            store.restored();
            return new Ledger(journal, store);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Plan plan() {
        return new Plan(Site.small().config());
    }

    private static PairState state(ServerState mine, long since) {
        return new PairState("fo", mine, since, ServerState.NORMAL, 1, 60, null);
    }

    private @Nullable PairState known() {
        return ledger.store().pair("fo");
    }

    @Test
    void aStateAndALeaseAreOneBatchAndThereAfterARestart() {
        ledger.change(Lease.unused(ADDRESS).withState(BindingState.BACKUP));
        ledger.change(state(ServerState.NORMAL, 1));
        assertThat(ledger.isOpen()).isTrue();
        long before = disk.syncs();
        assertThat(ledger.commit()).isTrue();
        assertThat(disk.syncs() - before).isEqualTo(1);
        assertThat(ledger.records()).isEqualTo(2);
        disk.kill();
        ledger = open();
        assertThat(known()).isEqualTo(state(ServerState.NORMAL, 1));
    }

    @Test
    void aChangeThatTheDiskRefusedNeverWas() {
        ledger.change(state(ServerState.NORMAL, 1));
        assertThat(ledger.commit()).isTrue();
        disk.failNext(Op.SYNC);
        ledger.change(state(ServerState.COMMUNICATIONS_INTERRUPTED, 2));
        ledger.change(state(ServerState.PARTNER_DOWN, 3));
        assertThat(known()).isEqualTo(state(ServerState.PARTNER_DOWN, 3));
        assertThat(ledger.commit()).isFalse();
        assertThat(known()).isEqualTo(state(ServerState.NORMAL, 1));
        assertThat(ledger.retry(new Now(0, 1_000))).isTrue();
        disk.kill();
        ledger = open();
        assertThat(known()).isEqualTo(state(ServerState.NORMAL, 1));
    }

    @Test
    void aFirstStateThatTheDiskRefusedIsForgotten() {
        disk.failNext(Op.SYNC);
        ledger.change(state(ServerState.RECOVER, 2));
        assertThat(ledger.commit()).isFalse();
        assertThat(known()).isNull();
        assertThat(ledger.retry(new Now(0, 1_000))).isTrue();
        disk.kill();
        ledger = open();
        assertThat(known()).isNull();
    }

    @Test
    void anotherPlanKeepsThePairs() {
        ledger.change(state(ServerState.NORMAL, 1));
        assertThat(ledger.commit()).isTrue();
        ledger.moveTo(ledger.store().moveTo(plan()));
        assertThat(known()).isEqualTo(state(ServerState.NORMAL, 1));
        assertThat(ledger.store().pairs()).containsExactly(state(ServerState.NORMAL, 1));
    }
}
