package org.twinlease.isc;

import org.twinlease.config.words.OptionKey;

/// What a configuration may say about one option: its space and code, its name and the format
/// string of its value (letters as in [org.twinlease.wire.dhcp.OptionType]).
record OptionDefinition(String space, int code, String name, String format) {
    OptionKey key() {
        return new OptionKey(space, code);
    }

    /// The name as the configuration has to spell it.
    String qualified() {
        return space.equals(OptionSpaces.DHCP) ? name : space + "." + name;
    }

    /// The space whose options are sent inside this one, empty when there is none.
    String encapsulated() {
        return format.startsWith("E") && format.length() > 2
                ? format.substring(1, format.length() - 1)
                : "";
    }
}
