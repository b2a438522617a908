package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/// Named values: those kept with a lease, and around them those of a function's caller. What is
/// kept with a lease has at most [#MOST_OCTETS] octets; what does not fit is not kept.
public final class Variables {

    /// The octets that all variables of a lease may take on disk.
    public static final int MOST_OCTETS = 1024;

    private static final int MOST = 64;
    private static final int DATA = 0;
    private static final int NUMBER = 1;
    private static final int TRUTH = 2;

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
        var out = new ByteArrayOutputStream();
        values.forEach(
                (name, value) -> {
                    byte[] entry = entry(name, value);
                    if (out.size() + entry.length <= MOST_OCTETS) out.writeBytes(entry);
                });
        return out.size() == 0 ? null : Octets.of(out.toByteArray());
    }

    private static byte[] entry(String name, Value value) {
        int type;
        Octets octets;
        switch (value) {
            case Value.Data data -> {
                type = DATA;
                octets = data.octets();
            }
            case Value.Count number -> {
                type = NUMBER;
                octets = Evaluator.bigEndian(number.number(), 4);
            }
            case Value.Truth truth -> {
                type = TRUTH;
                octets = Octets.of((byte) (truth.truth() ? 1 : 0));
            }
            case Value.Function _ -> {
                return new byte[0];
            }
        }
        if (name.length() > 255) return new byte[0];
        var out = new ByteArrayOutputStream();
        out.write(type);
        out.write(name.length());
        out.writeBytes(Octets.ofText(name).toArray());
        out.write(octets.length() >> 8);
        out.write(octets.length());
        out.writeBytes(octets.toArray());
        return out.toByteArray();
    }

    /// The variables kept with a lease; what is no such thing is left out.
    public static Variables decode(@Nullable Octets kept, @Nullable Variables outer) {
        var variables = new Variables(outer);
        byte[] in = kept == null ? new byte[0] : kept.toArray();
        int at = 0;
        while (at + 4 <= in.length) {
            int type = in[at];
            int nameLength = in[at + 1] & 255;
            int lengthAt = at + 2 + nameLength;
            if (lengthAt + 2 > in.length) break;
            int length = (in[lengthAt] & 255) << 8 | (in[lengthAt + 1] & 255);
            if (lengthAt + 2 + length > in.length) break;
            String name = Octets.of(in, at + 2, nameLength).text();
            Octets octets = Octets.of(in, lengthAt + 2, length);
            if (type == DATA) variables.values.put(name, new Value.Data(octets));
            else if (type == NUMBER) {
                variables.values.put(name, new Value.Count(Evaluator.unsigned(octets)));
            } else if (type == TRUTH && length == 1) {
                variables.values.put(name, new Value.Truth(octets.at(0) == 1));
            }
            at = lengthAt + 2 + length;
        }
        return variables;
    }
}
