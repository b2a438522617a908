package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Host;
import org.twinlease.config.Problem;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Verb;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.OptionKey;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.Set;

/// Reads `option` and its sister statements: settings of options of any space (`spec/dhcpd-conf.md`
/// 3.8, 6). Definitions go to the [DefinitionReader].
final class OptionReader {
    /// Options that the server makes itself: setting them by hand overwrites or hides it (rule
    /// S34).
    private static final Set<Integer> OWN = Set.of(51, 53, 54, 58, 59);

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
        if (s.context().place() != Place.BODY && in.skip("space")) {
            definitions.space(s);
            return;
        }
        int at = in.position();
        OptionSpaces.Space space = reader.spaces().space(in);
        int nameAt = in.position();
        String name = in.identifier("the name of an option");
        if (in.sees("code")) definitions.option(s, space, name, at);
        else set(s, reader.spaces().known(in, space, name, nameAt));
    }

    void supersede(Statement s) {
        set(s, reader.spaces().named(s.in()));
    }

    /// `default`, `append` and `prepend`, whose result depends on what other scopes set; and the
    /// label `default:` of a switch.
    void merge(Statement s) {
        Cursor in = s.in();
        if (in.skip(":")) {
            if (s.context().level().labels() == null) {
                throw in.misreadBefore(
                        "default-outside-switch", "'default:' stands in a switch only.", "");
            }
            s.context().level().add(new Action.Default(s.origin()));
            s.endHere();
            return;
        }
        OptionDefinition option = reader.spaces().named(in);
        Token word = s.tree().token(s.start());
        Verb verb =
                word.is("default") ? Verb.DEFAULT : word.is("append") ? Verb.APPEND : Verb.PREPEND;
        Expression value = value(s, option);
        if (value != null) act(s, verb, option, value);
    }

    /// The option that `host-identifier` is about, with its value; null when it has none.
    Host.@Nullable Identifier identifier(Statement s) {
        OptionDefinition option = reader.spaces().named(s.in());
        Octets value =
                new ValueReader(s.tree(), s.in(), reader.resolver(), reader.report())
                        .read(option.format());
        return value == null ? null : new Host.Identifier(option.key(), value);
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
        Octets address =
                new ValueReader(s.tree(), s.in(), reader.resolver(), reader.report()).read("I");
        if (address == null) return;
        s.context().level().set(s.origin(), SERVER_ID, "dhcp-server-identifier", address);
    }

    /// Reads the value of an option; null, reported, when it cannot be known.
    private @Nullable Expression value(Statement s, OptionDefinition option) {
        Cursor in = s.in();
        if (in.skip("=")) return reader.expressions(s).data();
        if (reader.lacksValue(s, option)) return null;
        int at = in.position();
        Octets value =
                new ValueReader(s.tree(), in, reader.resolver(), reader.report())
                        .read(option.format());
        return value == null ? null : new Expression.Constant(in.origin(at), value);
    }

    /// What is done for each client.
    private void act(Statement s, Verb verb, OptionDefinition option, Expression value) {
        if (option.space().equals(OptionSpaces.SERVER)) {
            parameters.act(s, verb, option, value);
            return;
        }
        var action =
                new Action.SetOption(s.origin(), verb, option.key(), option.qualified(), value);
        s.context().level().add(action);
    }

    private void set(Statement s, OptionDefinition option) {
        if (option.space().equals(OptionSpaces.SERVER)) {
            parameters.set(s, option);
            return;
        }
        Expression expression = value(s, option);
        if (expression == null) return;
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
            if (!(expression instanceof Expression.Constant constant)) return;
            host.clientIdOption = constant.value();
            if (host.hasTwoIdentifiers()) reader.report().add(twoIdentifiers(s, host));
        } else if (expression instanceof Expression.Constant constant) {
            s.context().level().set(s.origin(), key, option.qualified(), constant.value());
        } else {
            act(s, Verb.REPLACE, option, expression);
        }
    }

    private void warn(Statement s, String code, String message, String remedy) {
        reader.report().warn(s.tree(), s.start(), code, message, remedy);
    }
}
