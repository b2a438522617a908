package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionKey;
import org.twinlease.config.Parameter;
import org.twinlease.config.Scope;
import org.twinlease.value.Octets;

import java.util.HashMap;
import java.util.Map;

/// A [Scope] while it is being read. Statements of an outer level count even where they stand
/// behind the inner one, so scopes are made when everything has been read.
final class Level {
    private final @Nullable Level parent;
    private final Map<OptionKey, Octets> options;
    private final Map<Parameter, Long> numbers;
    private final Map<Parameter, String> texts;
    private @Nullable Scope scope;

    Level(@Nullable Level parent) {
        this(parent, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    private Level(
            @Nullable Level parent,
            Map<OptionKey, Octets> options,
            Map<Parameter, Long> numbers,
            Map<Parameter, String> texts) {
        this.parent = parent;
        this.options = options;
        this.numbers = numbers;
        this.texts = texts;
    }

    /// The same settings below another parent.
    Level under(Level other) {
        return new Level(other, options, numbers, texts);
    }

    void set(OptionKey key, Octets value) {
        options.put(key, value);
    }

    void set(Parameter parameter, long value) {
        numbers.put(parameter, value);
    }

    void set(Parameter parameter, String value) {
        texts.put(parameter, value);
    }

    /// What the level itself sets of the options.
    Map<OptionKey, Octets> options() {
        return options;
    }

    /// What the level itself or, failing that, the nearest level around it sets.
    Map<OptionKey, Octets> allOptions() {
        Map<OptionKey, Octets> all = parent == null ? new HashMap<>() : parent.allOptions();
        all.putAll(options);
        return all;
    }

    /// The finished scope, always the same one.
    Scope scope(Encapsulation encapsulation) {
        if (scope == null) {
            Scope outer = parent == null ? null : parent.scope(encapsulation);
            scope = new Scope(outer, encapsulation.complete(this), numbers, texts);
        }
        return scope;
    }
}
