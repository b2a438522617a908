package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Token;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The statements of a configuration, with what it includes. Never fails: what cannot be understood
/// is an [Entry] like any other.
public final class Outline {
    private static final int DEEPEST = 60;

    private final Map<String, ConfTree> files = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Entry> top = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();
    private @Nullable Map<String, Entry> settings;

    private Outline() {}

    /// The outline of a file, the first, and of those that it includes.
    public static Outline of(List<ConfTree> files) {
        var outline = new Outline();
        for (ConfTree file : files) outline.files.putIfAbsent(file.name(), file);
        outline.open.push(files.getFirst().name());
        outline.items(files.getFirst(), files.getFirst().items(), null, 0);
        return outline;
    }

    /// The statements of the outermost level.
    public List<Entry> top() {
        return top;
    }

    /// Every statement; a block stands before its children.
    public List<Entry> all() {
        return all;
    }

    /// What the outermost level sets under a key of [Entry#key].
    public @Nullable Entry setting(String key) {
        if (settings == null) settings = Entry.index(top);
        return settings.get(key);
    }

    private void items(ConfTree tree, List<ConfNode> items, @Nullable Entry parent, int depth) {
        if (depth > DEEPEST) return;
        for (ConfNode node : items) {
            switch (node) {
                case ConfNode.Simple simple -> simple(tree, simple, parent, depth);
                case ConfNode.Block block -> {
                    int from = label(tree, block, block.from(), block.open(), parent);
                    Entry entry = add(new Entry(tree, block, from, block.open(), parent));
                    items(tree, block.items(), entry, depth + 1);
                }
            }
        }
    }

    private void simple(ConfTree tree, ConfNode.Simple node, @Nullable Entry parent, int depth) {
        int from = label(tree, node, node.from(), node.end(), parent);
        if (from == node.end() && from > node.from()) return;
        Entry entry = add(new Entry(tree, node, from, node.end(), parent));
        if (!entry.is("include") || entry.length() != 2) return;
        String name = entry.text(1);
        ConfTree included = files.get(name);
        if (included == null || open.contains(name)) return;
        open.push(name);
        items(included, included.items(), parent, depth + 1);
        open.pop();
    }

    /// Takes what may stand before a statement without a semicolon: the labels of a switch, and `no
    /// failover peer`.
    private int label(ConfTree tree, ConfNode node, int from, int end, @Nullable Entry parent) {
        int at = from;
        while (at < end) {
            Token first = tree.token(at);
            int behind = at;
            if (first.is("no") && end - at > 3 && tree.token(at + 1).is("failover")) {
                behind = at + 3;
            } else if (first.is("case") || (first.is("default") && tree.token(at + 1).is(":"))) {
                while (behind < end && !tree.token(behind).is(":")) behind++;
                behind = Math.min(end, behind + 1);
            }
            if (behind == at) return at;
            add(new Entry(tree, node, at, behind, parent));
            at = behind;
        }
        return at;
    }

    private Entry add(Entry entry) {
        Entry parent = entry.parent();
        if (parent == null) top.add(entry);
        else parent.add(entry);
        all.add(entry);
        return entry;
    }
}
