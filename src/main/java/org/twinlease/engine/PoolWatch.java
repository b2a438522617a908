package org.twinlease.engine;

import org.twinlease.config.words.Parameter;
import org.twinlease.control.AlarmType;
import org.twinlease.control.AlarmView;
import org.twinlease.dhcp.Plan;
import org.twinlease.lease.LeaseTable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Now;

import java.util.LinkedHashSet;
import java.util.Set;

/// Raises and ends the alarms about how full pools are: those without a free address, and those
/// that have reached `log-threshold-high` and are not down to `log-threshold-low` again
/// (`spec/dhcpd-conf.md` section 5). dhcpd logs the latter.
final class PoolWatch {

    private final Engine engine;

    PoolWatch(Engine engine) {
        this.engine = engine;
    }

    void look(Now now) {
        Set<String> empty = new LinkedHashSet<>();
        Set<String> nearlyFull = new LinkedHashSet<>();
        for (Plan.Numbered pool : engine.plan().pools()) {
            Use use = use(pool);
            String name = Views.name(pool);
            if (use.taken() == use.all()) empty.add(name);
            if (isNearlyFull(pool, use, name)) nearlyFull.add(name);
        }
        settle(now, AlarmType.POOL_EMPTY, empty);
        settle(now, AlarmType.POOL_NEARLY_FULL, nearlyFull);
    }

    private record Use(long taken, long all) {

        boolean reaches(long percent) {
            return taken * 100 >= percent * all;
        }

        boolean isAbove(long percent) {
            return taken * 100 > percent * all;
        }
    }

    private Use use(Plan.Numbered pool) {
        LeaseTable table = engine.table();
        long all = 0;
        for (BindingState state : BindingState.values()) all += table.count(pool.number(), state);
        long free =
                table.count(pool.number(), BindingState.FREE)
                        + table.count(pool.number(), BindingState.BACKUP);
        return new Use(all - free, all);
    }

    /// A lower threshold that is not below the higher one counts as none, as in dhcpd.
    private boolean isNearlyFull(Plan.Numbered pool, Use use, String name) {
        long high = engine.plan().number(pool, Parameter.LOG_THRESHOLD_HIGH);
        if (high <= 0 || high > 100) return false;
        long low = engine.plan().number(pool, Parameter.LOG_THRESHOLD_LOW);
        boolean isUp = engine.alarms().isOpen(AlarmType.POOL_NEARLY_FULL, name);
        return (isUp && low < high) ? use.isAbove(low) : use.reaches(high);
    }

    private void settle(Now now, AlarmType type, Set<String> up) {
        for (AlarmView open : engine.alarms().open()) {
            boolean over = open.type() == type && !up.contains(open.detail());
            if (over) engine.alarm(now, type, open.detail(), false);
        }
        for (String pool : up) engine.alarm(now, type, pool, true);
    }
}
