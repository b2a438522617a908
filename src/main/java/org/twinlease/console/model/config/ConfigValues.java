package org.twinlease.console.model.config;

import org.twinlease.config.document.Part.Form;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.draft.FileText;
import org.twinlease.console.model.draft.Quantity;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What may be typed for a kind of value, and how the file spells it.
final class ConfigValues {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}|0[xX][0-9a-fA-F]{1,8}");
    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?=[0-9])|(?![.0-9]))){4}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

    private ConfigValues() {}

    /// A value as the file has it, or what is wrong with it in words; never both.
    record Read(String value, String wrong) {}

    static Read read(Form form, String typed) {
        String text = typed.strip();
        return switch (form) {
            case SECONDS -> seconds(text);
            case NUMBER -> read(text, NUMBER.matcher(text).matches(), "config.wrong.number");
            case FLAG -> flag(text.toLowerCase(Locale.ROOT));
            case ADDRESS -> read(text, isAddress(text), "config.wrong.address");
            case ADDRESSES -> addresses(text);
            case RANGE -> range(text);
            case TEXT -> text(text);
            case NOTHING -> read("", text.isEmpty(), "config.wrong.nothing");
            case FREE -> read(FileText.octets(text), !text.isEmpty(), "config.wrong.empty");
        };
    }

    private static Read read(String value, boolean good, String wrong) {
        return good ? new Read(value, "") : new Read("", Text.of(wrong));
    }

    private static Read seconds(String text) {
        OptionalLong seconds = Quantity.seconds(text);
        boolean word = text.equalsIgnoreCase("infinite") || text.equals("-1");
        String value = seconds.isPresent() ? Long.toString(seconds.getAsLong()) : text;
        return read(value, word || seconds.isPresent(), "config.wrong.seconds");
    }

    private static Read flag(String text) {
        String value =
                switch (text) {
                    case "yes" -> "true";
                    case "no" -> "false";
                    default -> text;
                };
        return read(value, value.matches("on|off|true|false"), "config.wrong.flag");
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() || HOST.matcher(text).matches();
    }

    private static Read addresses(String text) {
        String[] all = text.split("[,\\s]+", -1);
        for (String each : all) {
            if (!isAddress(each)) return new Read("", Text.of("config.wrong.addresses", each));
        }
        return new Read(String.join(", ", all), "");
    }

    private static Read range(String text) {
        boolean bootp = text.startsWith("dynamic-bootp ");
        String rest = bootp ? text.substring(14).strip() : text;
        String[] ends = rest.split("\\s*[-\u2013]\\s*|\\s+", -1);
        boolean good = ends.length <= 2;
        for (String end : ends) good &= ADDRESS.matcher(end).matches();
        return read(
                (bootp ? "dynamic-bootp " : "") + String.join(" ", ends),
                good,
                "config.wrong.range");
    }

    /// A string gets its quotes; an expression that is written for one stays as it is.
    private static Read text(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        boolean computed = text.contains("(");
        String octets = FileText.octets(text);
        if (quoted || computed) return new Read(octets, "");
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        return read("\"" + octets + "\"", plain, "config.wrong.text");
    }
}
