package org.twinlease.config;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One change of a file: the octets from `from` (included) to `to` (excluded), counted from 0,
/// become `text`, one character an octet (ISO 8859-1). An insertion has `from` equal to `to`.
public record Edit(String file, int from, int to, String text) {

    /// Checks the order.
    public Edit {
        if (from < 0 || to < from) throw new IllegalArgumentException(from + " to " + to);
    }

    /// Whether both change the same octets, or insert at the same place.
    public boolean overlaps(Edit other) {
        if (!file.equals(other.file)) return false;
        return from == other.from || (from < other.to && other.from < to);
    }

    /// This edit where its octets are after other edits of the same state; null when those changed
    /// them.
    public @Nullable Edit behind(List<Edit> others) {
        int moved = 0;
        for (Edit other : others) {
            if (!file.equals(other.file)) continue;
            if (overlaps(other)) return null;
            if (other.to <= from) moved += other.text.length() - (other.to - other.from);
        }
        return new Edit(file, from + moved, to + moved, text);
    }

    /// The octets of a file after those of the edits that are about it, which must not overlap.
    public static byte[] apply(String file, byte[] octets, List<Edit> edits) {
        var text = new StringBuilder(new String(octets, StandardCharsets.ISO_8859_1));
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.removeIf(edit -> !edit.file.equals(file));
        ordered.sort(Comparator.comparingInt(Edit::from).reversed());
        for (Edit edit : ordered) text.replace(edit.from, edit.to, edit.text);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The edits that give `octets` back when they are applied to what `edits` make of them.
    public static List<Edit> inverse(String file, byte[] octets, List<Edit> edits) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.removeIf(edit -> !edit.file.equals(file));
        ordered.sort(Comparator.comparingInt(Edit::from));
        List<Edit> inverse = new ArrayList<>();
        int moved = 0;
        for (Edit edit : ordered) {
            int from = edit.from + moved;
            String was = text.substring(edit.from, edit.to);
            var back = new Edit(file, from, from + edit.text.length(), was);
            Edit before = inverse.isEmpty() ? null : inverse.getLast();
            if (before != null && before.to == from)
                inverse.set(inverse.size() - 1, before.with(back));
            else inverse.add(back);
            moved += edit.text.length() - (edit.to - edit.from);
        }
        return inverse;
    }

    /// This edit and the one right behind it as one: apart, two insertions at one place would have
    /// no order.
    private Edit with(Edit next) {
        return new Edit(file, from, next.to, text + next.text);
    }
}
