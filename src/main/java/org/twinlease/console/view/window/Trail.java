package org.twinlease.console.view.window;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.view.Pages;

import java.util.ArrayList;
import java.util.List;

/// The pages that were looked at, to walk back and on again.
final class Trail {

    private static final int MOST = 50;

    private final List<Pages> pages = new ArrayList<>();
    private int at = -1;

    /// Takes in that a page is looked at; what was ahead of it is forgotten.
    void visit(Pages page) {
        if (at >= 0 && pages.get(at) == page) return;
        pages.subList(at + 1, pages.size()).clear();
        pages.add(page);
        if (pages.size() > MOST) pages.removeFirst();
        at = pages.size() - 1;
    }

    /// The page a step back or on; null where there is none.
    @Nullable Pages step(boolean back) {
        int next = at + (back ? -1 : 1);
        if (next < 0 || next >= pages.size()) return null;
        at = next;
        return pages.get(next);
    }
}
