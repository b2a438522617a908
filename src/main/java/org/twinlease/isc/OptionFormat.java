package org.twinlease.isc;

import java.util.ArrayList;
import java.util.List;

/// A format string taken apart: fields in order, and what repeats.
record OptionFormat(List<Field> fields, Repeat repeat) {

    /// One field: its letter, and the name behind `E` and `N`, or `c` behind `D`.
    record Field(char letter, String name, boolean optional) {}

    /// What may stand several times, with commas between.
    enum Repeat {
        NONE,
        ALL,
        LAST
    }

    static OptionFormat of(String format) {
        List<Field> fields = new ArrayList<>();
        Repeat repeat = Repeat.NONE;
        int i = 0;
        while (i < format.length()) {
            char letter = format.charAt(i++);
            switch (letter) {
                case 'A' -> repeat = Repeat.ALL;
                case 'a' -> repeat = Repeat.LAST;
                case 'o', 'c' -> {
                    Field last = fields.removeLast();
                    fields.add(
                            new Field(
                                    last.letter,
                                    letter == 'c' ? "c" : last.name,
                                    last.optional || letter == 'o'));
                }
                case 'E', 'N' -> {
                    int dot = format.indexOf('.', i);
                    fields.add(new Field(letter, format.substring(i, dot), false));
                    i = dot + 1;
                }
                default -> fields.add(new Field(letter, "", false));
            }
        }
        return new OptionFormat(List.copyOf(fields), repeat);
    }
}
