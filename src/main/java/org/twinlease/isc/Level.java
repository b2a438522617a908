package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Verb;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.isc.expr.ExpressionReader.Wanted;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A [Scope] while it is being read. Statements of an outer level count even where they stand
/// behind the inner one, so scopes are made when everything has been read. Once a level holds an
/// action, settings behind it are kept among the actions, too, for their order counts; in the body
/// of a condition they are kept nowhere else.
final class Level {
    private final @Nullable Level parent;
    private final Map<OptionKey, Octets> options;
    private final Map<Parameter, Long> numbers;
    private final Map<Parameter, String> texts;
    private final List<Action> actions;
    private final boolean body;
    private final Clauses clauses = new Clauses();
    private @Nullable Wanted labels;
    private @Nullable Scope scope;

    Level(@Nullable Level parent) {
        this(parent, new HashMap<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>(), false);
    }

    private Level(
            @Nullable Level parent,
            Map<OptionKey, Octets> options,
            Map<Parameter, Long> numbers,
            Map<Parameter, String> texts,
            List<Action> actions,
            boolean body) {
        this.parent = parent;
        this.options = options;
        this.numbers = numbers;
        this.texts = texts;
        this.actions = actions;
        this.body = body;
    }

    /// The inside of a condition, an event, a function, or a switch, which has labels that are read
    /// as `labels` says.
    static Level ofBody(@Nullable Wanted labels) {
        var level =
                new Level(
                        null,
                        new HashMap<>(),
                        new HashMap<>(),
                        new HashMap<>(),
                        new ArrayList<>(),
                        true);
        level.labels = labels;
        return level;
    }

    /// How labels are read here; null where there can be none.
    @Nullable Wanted labels() {
        return labels;
    }

    /// The same settings below another parent.
    Level under(Level other) {
        return new Level(other, options, numbers, texts, actions, body);
    }

    void set(Origin at, OptionKey key, String name, Octets value) {
        if (!body) options.put(key, value);
        if (body || !actions.isEmpty()) {
            var constant = new Expression.Constant(at, value);
            actions.add(new Action.SetOption(at, Verb.REPLACE, key, name, constant));
        }
    }

    void set(Origin at, Parameter parameter, long value) {
        if (!body) numbers.put(parameter, value);
        var octets = new ByteArrayOutputStream(4);
        for (int shift = 24; shift >= 0; shift -= 8) octets.write((int) (value >> shift));
        again(at, parameter, Octets.of(octets.toByteArray()));
    }

    void set(Origin at, Parameter parameter, String value) {
        if (!body) texts.put(parameter, value);
        again(at, parameter, Octets.ofText(value));
    }

    private void again(Origin at, Parameter parameter, Octets value) {
        if (!body && actions.isEmpty()) return;
        var constant = new Expression.Constant(at, value);
        actions.add(
                new Action.SetParameter(at, Verb.REPLACE, parameter, parameter.word(), constant));
    }

    /// Something to be carried out for each client.
    void add(Action action) {
        actions.add(action);
    }

    /// What is to be carried out, in order.
    List<Action> actions() {
        return actions;
    }

    /// The `if` that an `else` would belong to.
    Clauses clauses() {
        return clauses;
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
            scope = new Scope(outer, encapsulation.complete(this), numbers, texts, actions);
        }
        return scope;
    }
}
