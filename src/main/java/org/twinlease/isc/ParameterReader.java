package org.twinlease.isc;

import org.twinlease.config.Problem.Severity;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Verb;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.Parameter;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Token;
import org.twinlease.value.Octets;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads parameters (`spec/dhcpd-conf.md` section 5), which are options of the space `server`, and
/// their `allow`, `deny` and `ignore` spellings. Those that this server does not act on are
/// reported by name.
final class ParameterReader {
    /// The parameters behind the keys of `allow`, `deny` and `ignore`.
    private static final Map<String, String> KEYS =
            Map.of(
                    "bootp", "allow-bootp",
                    "booting", "allow-booting",
                    "dynamic-bootp", "dynamic-bootp",
                    "unknown-clients", "boot-unknown-clients",
                    "duplicates", "duplicates",
                    "declines", "declines",
                    "client-updates", "client-updates",
                    "leasequery", "leasequery");

    /// Values at which a parameter asks for nothing that this server does not do anyway.
    private static final Map<String, Long> AS_EVER =
            Map.of(
                    "ddns-update-style", 0L,
                    "ddns-updates", 0L,
                    "get-lease-hostnames", 0L,
                    "leasequery", 0L,
                    "server-id-check", 0L);

    /// Parameters that dhcpd looks up when it starts, at the top level only, and how many octets
    /// their values have to have then.
    private static final Map<String, Integer> LOOKED_UP =
            Map.of(
                    "local-port", 2,
                    "remote-port", 2,
                    "omapi-port", 2,
                    "ddns-update-style", 1,
                    "limited-broadcast-address", 4,
                    "local-address", 4);

    /// What to do in the place of a parameter that nothing is done about.
    private static final Map<String, String> INSTEAD =
            Map.of(
                    "omapi-port", "Start the server with --api: its commands do what OMAPI did.",
                    "omapi-key", "The control API has a token of its own.",
                    "leasequery", "Ask the control API, or 'twinlease leases'.",
                    "remote-port", "Clients are answered on the port above the server's own.",
                    "local-address", "Start the server with --interface and this address.",
                    "get-lease-hostnames",
                            "Give names to hosts with 'option host-name' or use-host-decl-names.");

    /// Parameters whose absence nobody notices: how dhcpd logs, batches its writes, settles with
    /// clients who updates the DNS, or speaks DHCPv6.
    private static final Set<String> HARMLESS =
            Set.of(
                    "log-facility",
                    "client-updates",
                    "delayed-ack",
                    "max-ack-delay",
                    "dont-use-fsync",
                    "preferred-lifetime",
                    "limit-addrs-per-ia",
                    "limit-prefs-per-ia",
                    "prefix-length-mode",
                    "dhcpv6-lease-file-name",
                    "dhcpv6-pid-file-name",
                    "dhcpv6-set-tee-times",
                    "local-address6",
                    "bind-local-address6",
                    "release-on-roam");

    private final Reader reader;
    private final OptionSpaces.Space server;

    ParameterReader(Reader reader) {
        this.reader = reader;
        OptionSpaces.Space space = reader.spaces().space(OptionSpaces.SERVER);
        if (space == null) throw new IllegalStateException("no space server");
        this.server = space;
    }

    /// The names of all parameters that dhcpd knows, in lower case.
    Set<String> names() {
        return server.options().keySet();
    }

    /// A statement that begins with a parameter's name.
    void parameter(Statement s) {
        String name = s.in().next().raw().toLowerCase(Locale.ROOT);
        OptionDefinition option = reader.spaces().option(server, name);
        if (option != null) set(s, option);
    }

    /// The rest of a parameter's statement, behind its name.
    void set(Statement s, OptionDefinition option) {
        Cursor in = s.in();
        int at = in.position();
        Octets value;
        if (in.skip("=")) {
            Expression expression = reader.expressions(s).data();
            if (!(expression instanceof Expression.Constant constant)) {
                act(s, Verb.REPLACE, option, expression);
                return;
            }
            value = constant.value();
        } else {
            if (reader.lacksValue(s, option)) return;
            value =
                    new ValueReader(s.tree(), in, reader.resolver(), reader.report())
                            .read(option.format());
        }
        if (value == null) return;
        check(s, option, value, at);
        if (option.format().equals("I") && value.length() < 4) {
            reader.report().warn(s.tree(), at, "address-expected", "This is no IPv4 address.", "");
            return;
        }
        Parameter parameter = Parameter.named(option.name());
        if (parameter == null) {
            notActedOn(s, option.name(), number(value));
            return;
        }
        Level level = s.context().level();
        switch (parameter.kind()) {
            case TEXT -> level.set(s.origin(), parameter, value.text());
            case ADDRESS ->
                    level.set(s.origin(), parameter, number(Octets.of(value.toArray(), 0, 4)));
            case SECONDS, NUMBER, FLAG -> level.set(s.origin(), parameter, number(value));
        }
    }

    /// A parameter whose value depends on the client.
    void act(Statement s, Verb verb, OptionDefinition option, Expression value) {
        Parameter parameter = Parameter.named(option.name());
        if (parameter == null) notActedOn(s, option.name(), -1);
        s.context()
                .level()
                .add(new Action.SetParameter(s.origin(), verb, parameter, option.name(), value));
    }

    private static long number(Octets value) {
        long number = 0;
        for (int i = 0; i < value.length(); i++) number = number << 8 | value.at(i);
        return number;
    }

    private void check(Statement s, OptionDefinition option, Octets value, int at) {
        String name = option.name();
        if (s.context().place() != Place.GLOBAL) return;
        Integer size = LOOKED_UP.get(name);
        if (size != null && value.length() != size) {
            atStart(
                    s,
                    at,
                    "value-length",
                    "The value of "
                            + name
                            + " has "
                            + value.length()
                            + " octets, and dhcpd ends at its start unless it has "
                            + size
                            + ".",
                    "Write the value without '='.");
        } else if (name.equals("ddns-update-style") && number(value) == 1) {
            atStart(
                    s,
                    at,
                    "ddns-ad-hoc",
                    "ddns-update-style ad-hoc is no longer supported by dhcpd.",
                    "Write none, interim or standard.");
        }
        if (name.equals("omapi-key")) {
            reader.draft().omapiKey = new Draft.Named(value.text(), new Draft.Where(s.tree(), at));
        }
    }

    /// What ends a dhcpd only when everything has been read.
    private void atStart(Statement s, int at, String code, String message, String remedy) {
        reader.draft()
                .atStart
                .add(Cursor.problem(s.tree(), at, Severity.ERROR, code, message, remedy));
    }

    /// `allow`, `deny` and `ignore` outside pools.
    void key(Statement s) {
        Cursor in = s.in();
        String word = in.peek().raw().toLowerCase(Locale.ROOT);
        String name = in.atEnd() ? null : KEYS.get(word);
        if (name == null) {
            throw in.misread(
                    "allow-key-expected",
                    "Expected a key such as unknown-clients or bootp, found " + in.found() + ".",
                    remedy(word));
        }
        in.next();
        Token verb = s.tree().token(s.start());
        long value = verb.is("allow") ? 1 : verb.is("deny") ? 0 : 2;
        Parameter parameter = Parameter.named(name);
        if (parameter == null) notActedOn(s, name, value);
        else s.context().level().set(s.origin(), parameter, value);
    }

    private static String remedy(String word) {
        boolean permit =
                Set.of("known-clients", "known", "unknown", "members", "all", "after", "dynamic")
                        .contains(word);
        return permit
                ? "This permit belongs into a pool."
                : Spelling.guess(
                        word, KEYS.keySet(), "Keys are " + String.join(", ", KEYS.keySet()));
    }

    void authoritative(Statement s) {
        s.context().level().set(s.origin(), Parameter.AUTHORITATIVE, 1);
    }

    void notAuthoritative(Statement s) {
        s.in().expect("authoritative", "assertion-expected");
        s.context().level().set(s.origin(), Parameter.AUTHORITATIVE, 0);
    }

    /// How dhcpd writes its lease file, which is not this server's store.
    void fileFormat(Statement s) {
        Cursor in = s.in();
        boolean times = s.tree().token(s.start()).is("db-time-format");
        if (times ? in.skip("default") || in.skip("local") : in.skip("octal") || in.skip("hex")) {
            notActedOn(s, Severity.INFO, "'" + s.tree().token(s.start()).raw() + "'");
            return;
        }
        throw in.misread(
                "file-format-expected",
                "Expected "
                        + (times ? "default or local" : "octal or hex")
                        + ", found "
                        + in.found()
                        + ".",
                "");
    }

    /// DHCPv6's identity of a server: `LL` or `LLT`, alone or with what they are made of, `EN` with
    /// a number and a string, or the number of another type with a string.
    void serverDuid(Statement s) {
        Cursor in = s.in();
        boolean time = in.sees("llt");
        if (in.skip("llt") || in.skip("ll")) {
            if (!in.atEnd()) {
                hardwareOfDuid(in);
                if (time) in.decimal("the time");
                in.octetList();
            }
        } else if (in.skip("en") || in.seesNumber()) {
            in.decimal("a number");
            in.string("string-expected", "an identifier");
        } else {
            throw in.misread(
                    "duid-type-expected", "Expected LL, LLT or EN, found " + in.found() + ".", "");
        }
        notActedOn(s, Severity.INFO, "'server-duid', which is for DHCPv6");
    }

    private static void hardwareOfDuid(Cursor in) {
        if (in.skip("ethernet") || in.skip("token-ring") || in.skip("fddi")) return;
        throw in.misread(
                "hardware-type-expected",
                "Expected a type of hardware, found " + in.found() + ".",
                "Write ethernet, token-ring or fddi.");
    }

    private void notActedOn(Statement s, String name, long value) {
        boolean harmless = HARMLESS.contains(name) || AS_EVER.getOrDefault(name, -1L).equals(value);
        Severity severity = harmless ? Severity.INFO : Severity.WARNING;
        notActedOn(s, severity, "the parameter " + name, INSTEAD.getOrDefault(name, ""));
    }

    private void notActedOn(Statement s, Severity severity, String what) {
        notActedOn(s, severity, what, "");
    }

    private void notActedOn(Statement s, Severity severity, String what, String remedy) {
        reader.report()
                .add(
                        Cursor.problem(
                                s.tree(),
                                s.start(),
                                severity,
                                "not-acted-on",
                                "Not acted on by this server: " + what + ".",
                                remedy));
    }
}
