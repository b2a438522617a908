package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.wire.dhcp.OptionType;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The option spaces and options that one configuration knows: dhcpd's own and those it defines.
/// Names are found in any case.
final class OptionSpaces {
    static final String DHCP = "dhcp";

    /// The space of dhcpd's parameters.
    static final String SERVER = "server";

    /// The octets that a code and a length take in an encapsulated space.
    record Space(
            String name,
            int codeWidth,
            int lengthWidth,
            Map<String, OptionDefinition> options,
            Map<Integer, OptionDefinition> codes) {}

    private static final List<OptionDefinition> BUILT_IN =
            Stream.concat(
                            Stream.of(OptionType.values())
                                    .map(
                                            t ->
                                                    new OptionDefinition(
                                                            DHCP, t.code(), t.word(), t.format())),
                            BuiltIn.options().stream())
                    .toList();

    private final Map<String, Space> spaces = new HashMap<>();
    private final Map<Integer, OptionDefinition> encapsulating = new HashMap<>();

    OptionSpaces() {
        // Spaces of DHCPv6 that are empty at first.
        addSpace("vsio", 4, 1);
        addSpace("isc6", 2, 2);
        for (OptionDefinition option : BUILT_IN) {
            if (space(option.space()) == null) {
                addSpace(option.space(), option.space().startsWith("vendor") ? 4 : 1, 1);
            }
            define(option);
        }
    }

    @Nullable Space space(String name) {
        return spaces.get(name.toLowerCase(Locale.ROOT));
    }

    void addSpace(String name, int codeWidth, int lengthWidth) {
        spaces.put(
                name.toLowerCase(Locale.ROOT),
                new Space(name, codeWidth, lengthWidth, new HashMap<>(), new HashMap<>()));
    }

    /// Adds an option to its space, which must exist; an option of the same name is replaced.
    void define(OptionDefinition option) {
        Space space = space(option.space());
        if (space == null) return;
        space.options.put(option.name().toLowerCase(Locale.ROOT), option);
        space.codes.put(option.code(), option);
        if (!space.name().equals(DHCP)) return;
        if (option.encapsulated().isEmpty()) encapsulating.remove(option.code());
        else encapsulating.put(option.code(), option);
    }

    /// The ordinary options whose value is made of another space's options.
    Collection<OptionDefinition> encapsulating() {
        return encapsulating.values();
    }

    /// The option of a name; null when there is none. `unknown-N` is the option that has the code
    /// N, however it is called, and octets where none has it.
    @Nullable OptionDefinition option(Space space, String name) {
        OptionDefinition found = space.options.get(name.toLowerCase(Locale.ROOT));
        if (found != null || !name.regionMatches(true, 0, "unknown-", 0, 8)) return found;
        // As C's atoi reads it.
        String digits = name.substring(8).replaceFirst("[^0-9].*", "");
        if (!digits.matches("[0-9]{1,9}")) return null;
        int code = Integer.parseInt(digits);
        return space.codes.getOrDefault(code, new OptionDefinition(space.name(), code, name, "X"));
    }

    /// The definition of a code, other than the given one, that the configuration could mean.
    @Nullable OptionDefinition other(Space space, int code, String name) {
        for (OptionDefinition option : space.options.values()) {
            if (option.code() == code && !option.name().equalsIgnoreCase(name)) return option;
        }
        return null;
    }

    /// Takes the name of an option that exists, with its space where it is written.
    OptionDefinition named(Cursor in) {
        Space space = space(in);
        int at = in.position();
        return known(in, space, in.identifier("the name of an option"), at);
    }

    /// Takes `space.` if it is there. dhcpd looks the space up when it has read the option's name.
    Space space(Cursor in) {
        boolean qualified = in.peek().isIdentifier() && in.peekSecond().is(".");
        String name = qualified ? in.next().raw() : DHCP;
        if (qualified) in.next();
        Space space = space(name);
        if (space != null) return space;
        int at = in.position();
        in.identifier("the name of an option");
        throw in.misreadAt(
                at,
                "unknown-option-space",
                "No option space named " + name + " is defined before this line.",
                "Define it with 'option space " + name + ";'.");
    }

    /// The option of a name, which stands at a token.
    OptionDefinition known(Cursor in, Space space, String name, int at) {
        OptionDefinition option = option(space, name);
        if (option == null) {
            throw in.misreadAt(
                    at,
                    "unknown-option",
                    "There is no option "
                            + name
                            + (space.name().equals(DHCP)
                                    ? "."
                                    : " in the space " + space.name() + "."),
                    Spelling.guess(
                            name,
                            space.options().keySet(),
                            "Define it with 'option " + name + " code N = type;'."));
        }
        boolean byCode = name.regionMatches(true, 0, "unknown-", 0, 8);
        boolean end = space.name().equals(DHCP) && option.code() == 255;
        if (byCode && (option.code() == 0 || end)) {
            throw in.misreadAt(
                    at,
                    "illegal-option-code",
                    "The codes 0 and 255 are the padding and the end of the options.",
                    "Use a code from 1 to 254.");
        }
        return option;
    }

    /// The spaces that are sent inside ordinary options.
    List<OptionSpace> carried() {
        return spaces.values().stream()
                .filter(space -> !space.name().equals(DHCP) && !space.name().equals(SERVER))
                .map(this::carried)
                .toList();
    }

    private OptionSpace carried(Space space) {
        int carrier = 0;
        for (OptionDefinition option : encapsulating.values()) {
            if (option.encapsulated().equalsIgnoreCase(space.name())) carrier = option.code();
        }
        return new OptionSpace(space.name(), space.codeWidth(), space.lengthWidth(), carrier);
    }
}
