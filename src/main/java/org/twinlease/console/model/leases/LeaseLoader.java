package org.twinlease.console.model.leases;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Replies;
import org.twinlease.control.LeasePage;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Query;
import org.twinlease.value.Ip4;

import java.util.List;

/// Fetches the whole lease table page by page; the server is asked for the next page only when the
/// last one is in, so that it never works ahead of its watcher.
final class LeaseLoader {

    private static final int PAGE = 10_000;

    /// Takes a page in; `last` with the end of the table.
    interface Taker {
        void take(List<LeaseView> leases, boolean last);
    }

    private final Replies replies;
    private final Taker taker;
    private boolean loading;
    private boolean failed;
    private int run;

    LeaseLoader(Replies replies, Taker taker) {
        this.replies = replies;
        this.taker = taker;
    }

    boolean loading() {
        return loading;
    }

    /// Whether the server was gone when it was asked last.
    boolean failed() {
        return failed;
    }

    /// Starts anew, whatever was under way.
    void start() {
        loading = true;
        failed = false;
        page(++run, Ip4.ZERO);
    }

    private void page(int of, Ip4 from) {
        replies.ask(
                new Query.Leases(from, PAGE, false),
                page -> {
                    if (of == run) took(page);
                },
                () -> {
                    if (of == run) gone();
                });
    }

    private void took(LeasePage page) {
        @Nullable Ip4 next = page.next();
        loading = next != null;
        taker.take(page.leases(), next == null);
        if (next != null) page(run, next);
    }

    private void gone() {
        loading = false;
        failed = true;
        taker.take(List.of(), true);
    }
}
