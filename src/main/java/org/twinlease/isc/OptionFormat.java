package org.twinlease.isc;

import java.util.ArrayList;
import java.util.List;

/// A format string taken apart: fields in order, and whether all of them may stand several times,
/// with commas between.
record OptionFormat(List<Field> fields, boolean repeats) {

    /// One field: its letter, the name behind `E` and `N`, or `c` behind `D`, and whether it alone
    /// may stand several times.
    record Field(char letter, String name, boolean optional, boolean repeats) {}

    static OptionFormat of(String format) {
        List<Field> fields = new ArrayList<>();
        boolean repeats = false;
        int i = 0;
        while (i < format.length()) {
            char letter = format.charAt(i++);
            switch (letter) {
                case 'A' -> repeats = true;
                case 'a', 'o', 'c' -> {
                    Field last = fields.removeLast();
                    fields.add(
                            new Field(
                                    last.letter,
                                    letter == 'c' ? "c" : last.name,
                                    last.optional || letter == 'o',
                                    last.repeats || letter == 'a'));
                }
                case 'E', 'N' -> {
                    int dot = format.indexOf('.', i);
                    fields.add(new Field(letter, format.substring(i, dot), false, false));
                    i = dot + 1;
                }
                default -> fields.add(new Field(letter, "", false, false));
            }
        }
        return new OptionFormat(List.copyOf(fields), repeats);
    }
}
