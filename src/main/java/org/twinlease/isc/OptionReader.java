package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionKey;
import org.twinlease.config.Problem;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.Set;

/// Reads `option` and its sister statements: settings of options of any space (`spec/dhcpd-conf.md`
/// 3.8, 6). Definitions go to the [DefinitionReader].
final class OptionReader {
    /// Options that the server makes itself: setting them by hand overwrites or hides it (rule
    /// S34).
    private static final Set<Integer> OWN = Set.of(51, 53, 58, 59);

    private static final OptionKey CLIENT_ID = OptionKey.dhcp(61);
    private static final OptionKey SERVER_ID = OptionKey.dhcp(54);

    private final Reader reader;
    private final ParameterReader parameters;
    private final DefinitionReader definitions;

    OptionReader(Reader reader, ParameterReader parameters) {
        this.reader = reader;
        this.parameters = parameters;
        this.definitions = new DefinitionReader(reader);
    }

    void option(Statement s) {
        Cursor in = s.in();
        if (in.sees("space") && in.peekSecond().isIdentifier()) {
            in.next();
            definitions.space(s);
            return;
        }
        int at = in.position();
        OptionSpaces.Space space = space(in);
        int nameAt = in.position();
        String name = in.identifier("the name of an option");
        boolean definition =
                in.sees("code")
                        && (in.peekSecond().is("=") || in.peekSecond().kind() == Token.Kind.NUMBER);
        if (definition) definitions.option(s, space, name, at);
        else set(s, known(in, space, name, nameAt));
    }

    void supersede(Statement s) {
        set(s, named(s.in()));
    }

    /// `default`, `append` and `prepend`, whose result depends on what other scopes set.
    void merge(Statement s) {
        Cursor in = s.in();
        if (s.context().place() == Place.BODY && in.skip(":")) {
            s.endHere();
            return;
        }
        OptionDefinition option = named(in);
        value(s, option);
        if (!s.context().acted()) return;
        reader.report()
                .warn(
                        s.tree(),
                        s.start(),
                        "not-acted-on",
                        "Not acted on yet by this server: '"
                                + s.tree().token(s.start()).raw()
                                + "' of "
                                + option.qualified()
                                + ".",
                        "Set the whole value with 'option " + option.qualified() + "'.");
    }

    /// An option with its value, of which nothing is kept.
    void skipOption(Statement s) {
        value(s, named(s.in()));
    }

    static Problem twoIdentifiers(Statement s, Draft.Host host) {
        return Cursor.problem(
                s.tree(),
                s.start(),
                Problem.Severity.WARNING,
                "uid-and-option",
                "The host "
                        + host.name
                        + " has both a uid and a dhcp-client-identifier; the uid"
                        + " counts.",
                "Remove one of them.");
    }

    void serverIdentifier(Statement s) {
        s.context().level().set(SERVER_ID, Octets.of(s.in().address().octets()));
    }

    private OptionDefinition named(Cursor in) {
        OptionSpaces.Space space = space(in);
        int at = in.position();
        return known(in, space, in.identifier("the name of an option"), at);
    }

    /// Takes `space.` if it is there.
    private OptionSpaces.Space space(Cursor in) {
        boolean qualified = in.peek().isIdentifier() && in.peekSecond().is(".");
        String name = qualified ? in.peek().raw() : OptionSpaces.DHCP;
        OptionSpaces.Space space = reader.spaces().space(name);
        if (space == null) {
            throw in.misread(
                    "unknown-option-space",
                    "No option space named " + name + " is defined before this line.",
                    "Define it with 'option space " + name + ";'.");
        }
        if (qualified) {
            in.next();
            in.next();
        }
        return space;
    }

    private OptionDefinition known(Cursor in, OptionSpaces.Space space, String name, int at) {
        OptionDefinition option = reader.spaces().option(space, name);
        if (option == null) {
            throw in.misreadAt(
                    at,
                    "unknown-option",
                    "There is no option "
                            + name
                            + (space.name().equals(OptionSpaces.DHCP)
                                    ? "."
                                    : " in the space " + space.name() + "."),
                    Spelling.guess(
                            name,
                            space.options().keySet(),
                            "Define it with 'option " + name + " code N = type;'."));
        }
        boolean dhcp = space.name().equals(OptionSpaces.DHCP);
        if (dhcp && (option.code() == 0 || option.code() == 255)) {
            throw in.misreadAt(
                    at,
                    "illegal-option-code",
                    "The codes 0 and 255 are the padding and the end of the options.",
                    "Use a code from 1 to 254.");
        }
        return option;
    }

    /// Reads the value of an option; null, reported, when it cannot be known while reading.
    private @Nullable Octets value(Statement s, OptionDefinition option) {
        Cursor in = s.in();
        if (!in.skip("=")) {
            return new ValueReader(s.tree(), in, reader.resolver(), reader.report())
                    .read(option.format());
        }
        Octets constant = LogicReader.data(in);
        if (constant == null && s.context().acted()) {
            reader.report()
                    .warn(
                            s.tree(),
                            s.start(),
                            "not-acted-on",
                            "Not acted on yet by this server: the computed value of "
                                    + option.qualified()
                                    + ".",
                            "Write a fixed value where one will do.");
        }
        return constant;
    }

    private void set(Statement s, OptionDefinition option) {
        if (option.space().equals(OptionSpaces.SERVER)) {
            parameters.set(s, option);
            return;
        }
        Octets value = value(s, option);
        if (value == null) return;
        if (option.space().equals(OptionSpaces.DHCP) && option.code() > 254) {
            warn(
                    s,
                    "S30",
                    "Option code " + option.code() + " does not fit into a packet; it is not sent.",
                    "Use a code from 1 to 254.");
            return;
        }
        if (option.space().equals("dhcp6")) {
            warn(s, "not-acted-on", "A DHCPv6 option means nothing to a DHCPv4 server.", "");
            return;
        }
        OptionKey key = option.key();
        boolean own = key.space().equals(OptionSpaces.DHCP) && OWN.contains(key.code());
        if (own) {
            warn(
                    s,
                    "S34",
                    "The option " + option.name() + " is the server's own to set.",
                    "Set the lease times instead.");
        }
        Draft.Host host = s.context().host();
        boolean ofHost = s.context().place() == Place.HOST && key.equals(CLIENT_ID);
        if (ofHost && host != null) {
            host.clientIdOption = value;
            if (host.hasTwoIdentifiers()) reader.report().add(twoIdentifiers(s, host));
        } else {
            s.context().level().set(key, value);
        }
    }

    private void warn(Statement s, String code, String message, String remedy) {
        if (s.context().acted()) {
            reader.report().warn(s.tree(), s.start(), code, message, remedy);
        }
    }
}
