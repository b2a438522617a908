package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Action;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.List;
import java.util.Map;

/// One level of the configuration with what is set on it; what is not set is the parent's. Numbers:
/// seconds, counts, and flags as 0 (false), 1 (true), 2 (ignore); `infinite` is 4294967295. Option
/// values are in wire form, without code and length. `actions` are the statements that have to be
/// carried out for each client, on top of what the maps hold: conditions, computed values, events;
/// and the settings behind the first of these, once more, since their order counts.
public record Scope(
        @Nullable Scope parent,
        Map<OptionKey, Octets> options,
        Map<Parameter, Long> numbers,
        Map<Parameter, String> texts,
        List<Action> actions) {

    /// `infinite` as a number of seconds.
    public static final long INFINITE = 0xFFFF_FFFFL;

    /// A scope that sets nothing and has no parent.
    public static final Scope EMPTY = new Scope(null, Map.of(), Map.of(), Map.of());

    /// A scope whose settings are the same for every client.
    public Scope(
            @Nullable Scope parent,
            Map<OptionKey, Octets> options,
            Map<Parameter, Long> numbers,
            Map<Parameter, String> texts) {
        this(parent, options, numbers, texts, List.of());
    }

    /// Takes copies of the maps and the list.
    public Scope {
        actions = List.copyOf(actions);
        options = Map.copyOf(options);
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    /// The innermost setting of a number, or its default.
    public long number(Parameter parameter) {
        for (Scope s = this; s != null; s = s.parent) {
            Long value = s.numbers.get(parameter);
            if (value != null) return value;
        }
        return parameter.otherwise();
    }

    /// The innermost setting of a text, null when none is set.
    public @Nullable String text(Parameter parameter) {
        for (Scope s = this; s != null; s = s.parent) {
            String value = s.texts.get(parameter);
            if (value != null) return value;
        }
        return null;
    }

    /// The innermost setting of an option, null when none is set.
    public @Nullable Octets option(OptionKey key) {
        for (Scope s = this; s != null; s = s.parent) {
            Octets value = s.options.get(key);
            if (value != null) return value;
        }
        return null;
    }
}
