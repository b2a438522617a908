package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.lease.Kept;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Named values: those kept with a lease, and around them those of a function's caller. What is
/// kept with a lease has at most [Kept#MOST_OCTETS] octets; what does not fit is not kept.
public final class Variables {

    private static final int MOST = 64;
    private final @Nullable Variables outer;
    private final Map<String, Value> values = new TreeMap<>();

    /// No variables, with others around them or none.
    public Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    /// The value under a name, null when there is none.
    public @Nullable Value get(String name) {
        Value own = values.get(name);
        return own != null || outer == null ? own : outer.get(name);
    }

    /// Keeps a value where the name is known already, else here; null keeps nothing under it.
    public void set(String name, @Nullable Value value) {
        Variables home = home(name);
        if (value == null) home.values.remove(name);
        else if (home.values.size() < MOST || home.values.containsKey(name)) {
            home.values.put(name, value);
        }
    }

    /// Keeps a value here, whatever is around: a function's argument.
    void bind(String name, @Nullable Value value) {
        if (value != null) values.put(name, value);
    }

    private Variables home(String name) {
        for (Variables v = this; v != null; v = v.outer) {
            if (v.values.containsKey(name)) return v;
        }
        return this;
    }

    /// The values of these variables themselves as octets, null when there are none: what is kept
    /// with a lease. Functions are the configuration's and not kept.
    public @Nullable Octets encode() {
        return encode(List.of());
    }

    /// As the other, with more entries behind them.
    @Nullable Octets encode(List<Kept.Entry> more) {
        List<Kept.Entry> entries = new ArrayList<>();
        values.forEach(
                (name, value) -> {
                    Kept.Entry entry = entry(name, value);
                    if (entry != null) entries.add(entry);
                });
        entries.addAll(more);
        return new Kept(entries).encode();
    }

    private static Kept.@Nullable Entry entry(String name, Value value) {
        return switch (value) {
            case Value.Data data -> new Kept.Entry(Kept.Kind.DATA, name, data.octets());
            case Value.Count number ->
                    new Kept.Entry(Kept.Kind.NUMBER, name, Evaluator.bigEndian(number.number(), 4));
            case Value.Truth truth ->
                    new Kept.Entry(
                            Kept.Kind.TRUTH, name, Octets.of((byte) (truth.truth() ? 1 : 0)));
            case Value.Function _ -> null;
        };
    }

    /// The variables kept with a lease; what is no such thing is left out.
    public static Variables decode(@Nullable Octets kept, @Nullable Variables outer) {
        var variables = new Variables(outer);
        for (Kept.Entry entry : Kept.decode(kept).entries()) {
            Value value = value(entry);
            if (value != null) variables.values.put(entry.name(), value);
        }
        return variables;
    }

    /// Null for statements.
    private static @Nullable Value value(Kept.Entry entry) {
        return switch (entry.kind()) {
            case DATA -> new Value.Data(entry.value());
            case NUMBER -> new Value.Count(Evaluator.unsigned(entry.value()));
            case TRUTH -> new Value.Truth(entry.value().at(0) == 1);
            case EVENT -> null;
        };
    }
}
