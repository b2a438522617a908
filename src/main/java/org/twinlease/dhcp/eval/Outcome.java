package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.config.logic.Action.Verb;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Kept;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What carrying out the scopes of one client has led to: the settings, what is to be done when
/// something happens to the lease, and what is to be done now outside. At most [#MOST_EFFECTS]
/// lines are logged and programs run for one message.
public final class Outcome {

    /// Lines and programs for one message.
    public static final int MOST_EFFECTS = 16;

    private final Map<OptionKey, Octets> options = new HashMap<>();
    private final Map<Parameter, Long> numbers = new HashMap<>();
    private final Map<Parameter, String> texts = new HashMap<>();
    private final Map<Event, Action.On> events = new EnumMap<>(Event.class);
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private boolean member;

    /// Something to be done outside.
    public sealed interface Effect {

        /// A line for the log.
        record Line(Action.Priority priority, String text) implements Effect {}

        /// A program to run, with its arguments.
        record Run(String program, List<String> arguments) implements Effect {
            /// Takes a copy.
            public Run {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /// The settings of a scope that are the same for every client.
    void settings(Scope scope) {
        options.putAll(scope.options());
        numbers.putAll(scope.numbers());
        texts.putAll(scope.texts());
    }

    void option(Verb verb, OptionKey key, Octets value) {
        Octets before = options.get(key);
        if (verb == Verb.DEFAULT && before != null) return;
        boolean joins = before != null && (verb == Verb.APPEND || verb == Verb.PREPEND);
        if (!joins || before == null) options.put(key, value);
        else options.put(key, verb == Verb.APPEND ? joined(before, value) : joined(value, before));
    }

    private static Octets joined(Octets first, Octets second) {
        byte[] both = new byte[first.length() + second.length()];
        first.copyTo(both, 0);
        second.copyTo(both, first.length());
        return Octets.of(both);
    }

    void parameter(Verb verb, Parameter parameter, Octets value) {
        boolean text = parameter.kind() == Parameter.Kind.TEXT;
        boolean set = text ? texts.containsKey(parameter) : numbers.containsKey(parameter);
        if (set && verb == Verb.DEFAULT) return;
        if (text) texts.put(parameter, value.text());
        else numbers.put(parameter, Evaluator.unsigned(value));
    }

    /// Of several statements about an event only the last counts (8.1).
    void on(Action.On on) {
        on.events().forEach(event -> events.put(event, on));
    }

    void effect(Effect effect) {
        if (effects.size() < MOST_EFFECTS) effects.add(effect);
    }

    void add(String className) {
        added.add(className);
        member = true;
    }

    void member() {
        member = true;
    }

    boolean isMember() {
        return member;
    }

    /// The classes that `add` has put the client into.
    public List<String> added() {
        return List.copyOf(added);
    }

    /// What is to be done at an event.
    public List<Action> on(Event event) {
        Action.On on = events.get(event);
        return on == null ? List.of() : on.body();
    }

    /// What is to be done at the lease's end, in the form that is kept with it.
    List<Kept.Entry> atEnd() {
        List<Kept.Entry> kept = new ArrayList<>();
        Action.On expiry = events.get(Event.EXPIRY);
        Action.On release = events.get(Event.RELEASE);
        boolean both = expiry != null && expiry.equals(release);
        if (expiry != null) kept.add(entry(both ? "expiry or release" : "expiry", expiry));
        if (release != null && !both) kept.add(entry("release", release));
        return kept;
    }

    private static Kept.Entry entry(String events, Action.On on) {
        return new Kept.Entry(Kept.Kind.EVENT, events, Octets.ofText(on.text()));
    }

    /// What is to be done outside, in order.
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /// A number, or its default.
    public long number(Parameter parameter) {
        Long value = numbers.get(parameter);
        return value == null ? parameter.otherwise() : value;
    }

    /// A text, null when none is set.
    public @Nullable String text(Parameter parameter) {
        return texts.get(parameter);
    }

    /// An option, null when none is set.
    public @Nullable Octets option(OptionKey key) {
        return options.get(key);
    }

    /// Makes the options that carry other spaces anew, for what statements have set there. Left
    /// alone are those that depend on the client's packet: 81 and 82.
    public void carry(List<OptionSpace> spaces) {
        for (OptionSpace space : spaces) {
            boolean fixed = space.name().equals("fqdn") || space.name().equals("agent");
            if (space.carrier() == 0 || fixed || codes(space.name()).isEmpty()) continue;
            var out = new ByteArrayOutputStream();
            for (int code : codes(space.name())) {
                Octets value = options.get(new OptionKey(space.name(), code));
                if (value == null) continue;
                out.writeBytes(Evaluator.bigEndian(code, space.codeWidth()).toArray());
                out.writeBytes(Evaluator.bigEndian(value.length(), space.lengthWidth()).toArray());
                out.writeBytes(value.toArray());
            }
            options.put(OptionKey.dhcp(space.carrier()), Octets.of(out.toByteArray()));
        }
    }

    /// The codes of all options of a space that are set, in order.
    public Set<Integer> codes(String space) {
        Set<Integer> codes = new TreeSet<>();
        for (OptionKey key : options.keySet()) if (key.space().equals(space)) codes.add(key.code());
        return codes;
    }
}
