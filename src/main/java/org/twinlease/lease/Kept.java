package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// What the statements of a configuration keep with a lease, in the form that [Lease#variables]
/// holds: for each entry its kind, the length of its name in one octet, the name, the length of its
/// value in two octets, the value. All of it has at most [#MOST_OCTETS] octets; an entry that does
/// not fit is left out.
public record Kept(List<Entry> entries) {

    /// The octets that all entries of a lease may take.
    public static final int MOST_OCTETS = 4096;

    private static final int LONGEST_NAME = 255;

    /// What an entry is: a variable that holds octets, a number of 32 bits or a truth; or
    /// statements, as they are spelt, for the events that the name says, with `or` between.
    public enum Kind {
        DATA,
        NUMBER,
        TRUTH,
        EVENT
    }

    /// One entry. A number has four octets, the highest first, a truth one.
    public record Entry(Kind kind, String name, Octets value) {}

    /// Takes a copy.
    public Kept {
        entries = List.copyOf(entries);
    }

    /// The entries that octets hold; what is no entry is left out.
    public static Kept decode(@Nullable Octets kept) {
        List<Entry> entries = new ArrayList<>();
        byte[] in = kept == null ? new byte[0] : kept.toArray();
        int at = 0;
        while (at + 4 <= in.length) {
            int kind = in[at];
            int nameLength = in[at + 1] & 255;
            int lengthAt = at + 2 + nameLength;
            if (lengthAt + 2 > in.length) break;
            int length = (in[lengthAt] & 255) << 8 | (in[lengthAt + 1] & 255);
            if (lengthAt + 2 + length > in.length) break;
            String name = Octets.of(in, at + 2, nameLength).text();
            Octets value = Octets.of(in, lengthAt + 2, length);
            if (isOne(kind, length)) entries.add(new Entry(Kind.values()[kind], name, value));
            at = lengthAt + 2 + length;
        }
        return new Kept(entries);
    }

    private static boolean isOne(int kind, int length) {
        if (kind < 0 || kind >= Kind.values().length) return false;
        return switch (Kind.values()[kind]) {
            case DATA, EVENT -> true;
            case NUMBER -> length == 4;
            case TRUTH -> length == 1;
        };
    }

    /// The entries as octets, null when there are none.
    public @Nullable Octets encode() {
        var out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            Octets name = Octets.ofText(entry.name());
            int size = 4 + name.length() + entry.value().length();
            if (name.length() > LONGEST_NAME || out.size() + size > MOST_OCTETS) continue;
            out.write(entry.kind().ordinal());
            out.write(name.length());
            out.writeBytes(name.toArray());
            out.write(entry.value().length() >> 8);
            out.write(entry.value().length());
            out.writeBytes(entry.value().toArray());
        }
        return out.size() == 0 ? null : Octets.of(out.toByteArray());
    }
}
