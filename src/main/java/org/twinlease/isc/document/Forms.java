package org.twinlease.isc.document;

import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Form;
import org.twinlease.config.words.Parameter;
import org.twinlease.wire.dhcp.OptionType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What kind of value each statement takes, off the tables of parameters and options.
final class Forms {
    private static final Map<String, Form> BY_KEY = new HashMap<>();
    private static final List<Part.Key> KEYS = new ArrayList<>();

    static {
        for (Parameter parameter : Parameter.values()) {
            Form form =
                    switch (parameter.kind()) {
                        case SECONDS -> Form.SECONDS;
                        case NUMBER -> Form.NUMBER;
                        case FLAG -> Form.FLAG;
                        case ADDRESS -> Form.ADDRESS;
                        case TEXT -> Form.TEXT;
                    };
            if (parameter == Parameter.AUTHORITATIVE) form = Form.NOTHING;
            put(parameter.word(), form, otherwise(parameter));
        }
        for (OptionType option : OptionType.values()) {
            put("option " + option.word(), form(option.format()), "");
        }
        BY_KEY.put("range", Form.RANGE);
        BY_KEY.put("fixed-address", Form.ADDRESSES);
    }

    private Forms() {}

    private static void put(String key, Form form, String otherwise) {
        BY_KEY.put(key, form);
        KEYS.add(new Part.Key(key, form, otherwise));
    }

    private static String otherwise(Parameter parameter) {
        long value = parameter.otherwise();
        if (value < 0) return "";
        if (parameter.kind() == Parameter.Kind.FLAG) return value == 0 ? "false" : "true";
        return parameter.kind() == Parameter.Kind.ADDRESS ? "" : Long.toString(value);
    }

    private static Form form(String format) {
        return switch (format) {
            case "I" -> Form.ADDRESS;
            case "IA" -> Form.ADDRESSES;
            case "t" -> Form.TEXT;
            case "f" -> Form.FLAG;
            case "T" -> Form.SECONDS;
            case "l", "s", "b", "L", "S", "B" -> Form.NUMBER;
            default -> Form.FREE;
        };
    }

    /// What a statement of a key takes; FREE for what no table knows.
    static Form of(String key) {
        return BY_KEY.getOrDefault(key, Form.FREE);
    }

    /// Every parameter and option, in the order of their tables.
    static List<Part.Key> keys() {
        return List.copyOf(KEYS);
    }
}
