package org.twinlease.console.model.leases;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;

/// How many leases are seen, and why there may be none.
final class LeaseSummary {

    private LeaseSummary() {}

    static String of(LeaseLoader loader, LeaseTable table, LeaseRows rows, boolean all) {
        String total = Words.count(table.size());
        if (loader.loading()) return Text.of("leases.loading", total);
        return all
                ? Words.count(table.size(), Text.of("lease.one"), Text.of("lease.many"))
                : Text.of("leases.some", Words.count(rows.leases()), total);
    }

    static Empty empty(LeaseLoader loader, LeaseTable table, LeaseLook look) {
        if (loader.failed()) {
            return new Empty(Text.of("leases.gone.title"), Text.of("leases.gone.advice"));
        }
        if (loader.loading()) {
            return new Empty(Text.of("leases.wait.title"), Text.of("leases.wait.advice"));
        }
        if (table.size() == 0) {
            return new Empty(Text.of("leases.none.title"), Text.of("leases.none.advice"));
        }
        if (look.differing() && look.text().isBlank()) {
            return new Empty(Text.of("leases.agree.title"), Text.of("leases.agree.advice"));
        }
        String typed = look.text().strip();
        String what = typed.isEmpty() ? "" : " \u201c" + typed + "\u201d";
        return new Empty(Text.of("leases.nomatch.title", what), Text.of("leases.nomatch.advice"));
    }
}
