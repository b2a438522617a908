package org.twinlease.isc.outline;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A class with all its parts: a later declaration of the same name continues it.
public final class ClassPart {
    private final String name;
    private final Entry entry;
    private final List<Entry> subclasses = new ArrayList<>();
    @Nullable Entry matchIf;
    @Nullable Entry match;
    @Nullable Entry spawn;
    boolean added;

    ClassPart(String name, Entry entry) {
        this.name = name;
        this.entry = entry;
    }

    public String name() {
        return name;
    }

    /// The first declaration.
    public Entry entry() {
        return entry;
    }

    public List<Entry> subclasses() {
        return subclasses;
    }

    /// `match if`, null without.
    public @Nullable Entry matchIf() {
        return matchIf;
    }

    /// `match`, null without.
    public @Nullable Entry match() {
        return match;
    }

    /// `spawn with`, null without.
    public @Nullable Entry spawn() {
        return spawn;
    }

    /// Whether no client can be a member, whatever it sends.
    public boolean isNeverMatched() {
        if (added || spawn != null) return false;
        if (match != null) return matchIf == null && subclasses.isEmpty();
        return matchIf == null;
    }
}
