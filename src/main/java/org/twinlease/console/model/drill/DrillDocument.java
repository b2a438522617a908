package org.twinlease.console.model.drill;

import java.util.ArrayDeque;
import java.util.Deque;

/// A drill that is being edited, with the way back. What is typed in one go is one step back.
final class DrillDocument {

    private static final int STEPS = 200;

    private DrillText now;
    private final Deque<DrillText> before = new ArrayDeque<>();
    private final Deque<DrillText> after = new ArrayDeque<>();
    private boolean typing;

    DrillDocument(DrillText first) {
        now = first;
    }

    DrillText now() {
        return now;
    }

    /// Another drill takes the place of this one; there is no way back to it.
    void open(DrillText other) {
        before.clear();
        after.clear();
        typing = false;
        now = other;
    }

    /// A person types; a new line begins a new step.
    void type(String text) {
        if (text.equals(now.text())) return;
        boolean line = lines(text) != lines(now.text());
        if (!typing || line) keep();
        typing = true;
        after.clear();
        now = DrillText.of(now.name(), text);
    }

    private static long lines(String text) {
        return text.chars().filter(each -> each == '\n').count();
    }

    /// An edit of a block.
    void edit(DrillText next) {
        if (next.text().equals(now.text())) return;
        keep();
        typing = false;
        after.clear();
        now = next;
    }

    private void keep() {
        if (before.size() == STEPS) before.removeLast();
        before.push(now);
    }

    void undo() {
        if (before.isEmpty()) return;
        after.push(now);
        now = before.pop();
        typing = false;
    }

    void redo() {
        if (after.isEmpty()) return;
        before.push(now);
        now = after.pop();
        typing = false;
    }

    /// Forgets that something may be undone, as the name is another one now.
    void rename(String name) {
        now = now.named(name);
    }
}
