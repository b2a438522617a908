package org.twinlease.isc;

import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Which statement is which: a row for each word that can begin one, with the places where it may
/// stand (`spec/dhcpd-conf.md` section 4) and its reader.
final class Grammar {
    private static final Set<Place> ANYWHERE = EnumSet.allOf(Place.class);
    private static final Set<Place> DECLARATIONS = EnumSet.complementOf(EnumSet.of(Place.BODY));
    private static final Set<Place> NETWORKS = EnumSet.of(Place.GLOBAL, Place.GROUP, Place.POOL);
    private static final Set<Place> WITH_NETWORK =
            EnumSet.of(Place.GLOBAL, Place.GROUP, Place.POOL, Place.NETWORK);
    private static final Set<Place> WITH_SUBNET =
            EnumSet.of(Place.GLOBAL, Place.GROUP, Place.POOL, Place.NETWORK, Place.SUBNET);
    private static final Set<Place> CLASSES =
            EnumSet.complementOf(EnumSet.of(Place.CLASS, Place.BODY));
    private static final Set<Place> ASSERTIONS =
            EnumSet.complementOf(EnumSet.of(Place.HOST, Place.BODY));

    /// Words that dhcpd only looks at where they do not belong, and complains where the token
    /// before them stands.
    private static final Set<String> WORDS_OF_ONE_BLOCK =
            Set.of(
                    "match",
                    "spawn",
                    "lease",
                    "interface",
                    "uid",
                    "host-identifier",
                    "dynamic",
                    "deleted",
                    "static",
                    "failover",
                    "no");

    /// `direct`: the places where the statement must not come from an included file.
    private record Rule(Set<Place> places, Set<Place> direct, Consumer<Statement> reader) {}

    private final Reader reader;
    private final Map<String, Rule> rules = new HashMap<>();
    private final ParameterReader parameters;
    private final LogicReader logic;
    private final Set<String> known;

    Grammar(Reader reader) {
        this.reader = reader;
        this.parameters = new ParameterReader(reader);
        this.logic = new LogicReader(reader);
        var options = new OptionReader(reader, parameters);
        networks(new NetworkReader(reader), new PoolReader(reader));
        hosts(new HostReader(reader, options), new ClassReader(reader));
        settings(options);
        logic.words().forEach((word, logicReader) -> rule(word, ANYWHERE, logicReader));
        var words = new TreeSet<>(rules.keySet());
        words.addAll(parameters.names());
        this.known = words;
    }

    private void rule(String word, Set<Place> places, Consumer<Statement> reading) {
        rules.put(word, new Rule(places, Set.of(), reading));
    }

    private void direct(String word, Set<Place> places, Place direct, Consumer<Statement> reading) {
        rules.put(word, new Rule(places, Set.of(direct), reading));
    }

    private void networks(NetworkReader networks, PoolReader pools) {
        var failover = new FailoverReader(reader);
        rule("shared-network", NETWORKS, networks::sharedNetwork);
        rule("subnet", WITH_NETWORK, networks::subnet);
        rules.put(
                "interface",
                new Rule(
                        EnumSet.of(Place.NETWORK, Place.SUBNET),
                        ANYWHERE,
                        networks::interfaceName));
        rule("pool", EnumSet.of(Place.NETWORK, Place.SUBNET), pools::pool);
        direct("range", EnumSet.of(Place.SUBNET, Place.POOL), Place.POOL, pools::range);
        direct(
                "failover",
                EnumSet.of(Place.GLOBAL, Place.NETWORK, Place.POOL),
                Place.POOL,
                failover::failover);
        direct("no", EnumSet.of(Place.POOL), Place.POOL, failover::noFailover);
        rule("allow", ANYWHERE, s -> permitOrKey(pools, s));
        rule("deny", ANYWHERE, s -> permitOrKey(pools, s));
        rule("ignore", ANYWHERE, parameters::key);
        for (String word : List.of("subnet6", "pool6", "range6", "prefix6")) {
            rule(word, ANYWHERE, Grammar::version6);
        }
    }

    private void hosts(HostReader hosts, ClassReader classes) {
        rule("group", EnumSet.complementOf(EnumSet.of(Place.CLASS, Place.BODY)), hosts::group);
        rule("host", WITH_SUBNET, hosts::host);
        Set<Place> host = EnumSet.of(Place.HOST);
        rule("hardware", DECLARATIONS, hosts::hardware);
        rule("fixed-address", DECLARATIONS, hosts::fixedAddress);
        rule("fixed-address6", DECLARATIONS, hosts::fixedAddress6);
        rule("fixed-prefix6", EnumSet.of(Place.HOST), hosts::fixedPrefix6);
        direct("uid", host, Place.HOST, hosts::uid);
        direct("host-identifier", host, Place.HOST, hosts::hostIdentifier);
        Set<Place> marks = EnumSet.of(Place.HOST, Place.GROUP, Place.CLASS);
        for (String word : List.of("dynamic", "deleted")) rule(word, marks, hosts::mark);
        rule("static", EnumSet.of(Place.GROUP), hosts::mark);
        for (String word : List.of("class", "vendor-class", "user-class")) {
            rule(word, CLASSES, classes::clientClass);
        }
        rule("subclass", CLASSES, classes::subclass);
        Set<Place> inClass = EnumSet.of(Place.CLASS);
        direct("match", inClass, Place.CLASS, classes::match);
        direct("spawn", inClass, Place.CLASS, classes::spawn);
        direct("lease", inClass, Place.CLASS, classes::leaseLimit);
    }

    private void settings(OptionReader options) {
        var keys = new KeyReader(reader);
        rule("include", DECLARATIONS, reader::include);
        rule("option", ANYWHERE, options::option);
        rule("supersede", ANYWHERE, options::supersede);
        rule("send", ANYWHERE, options::supersede);
        for (String word : List.of("default", "append", "prepend")) {
            rule(word, ANYWHERE, options::merge);
        }
        rule("server-identifier", DECLARATIONS, options::serverIdentifier);
        rule("authoritative", ASSERTIONS, parameters::authoritative);
        rule("not", ASSERTIONS, parameters::notAuthoritative);
        rule("key", ANYWHERE, keys::key);
        rule("zone", ANYWHERE, keys::zone);
        rule("db-time-format", ANYWHERE, parameters::fileFormat);
        rule("lease-id-format", DECLARATIONS, parameters::fileFormat);
        rule("server-duid", DECLARATIONS, parameters::serverDuid);
    }

    /// Whether a token can begin a statement.
    boolean starts(Token token) {
        return token.isIdentifier() && known.contains(token.raw().toLowerCase(Locale.ROOT));
    }

    /// Reads any statement.
    void read(Statement s) {
        Token first = s.in().peek();
        if (s.in().atEnd()) {
            throw notAStatement(
                    s,
                    "empty-statement",
                    "Expected a statement, found " + first.quoted() + ".",
                    first.is(";") ? "Remove this semicolon." : "");
        }
        String word = first.raw().toLowerCase(Locale.ROOT);
        if (!word.equals("else") && !word.equals("elsif")) s.context().level().clauses().close();
        Rule rule = first.isIdentifier() ? rules.get(word) : null;
        // In a body 'authoritative' is a parameter with a value, which nobody asks for.
        boolean body = s.context().place() == Place.BODY;
        if (body && parameters.names().contains(word)) rule = null;
        if (rule != null) {
            check(s, rule, first);
            s.in().next();
            rule.reader.accept(s);
        } else if (first.isIdentifier() && parameters.names().contains(word)) {
            parameters.parameter(s);
        } else if (first.is("%") && s.context().place() != Place.BODY) {
            comment(s);
        } else if (first.kind() == Token.Kind.NAME || first.kind() == Token.Kind.NUMBER_OR_NAME) {
            logic.wordOrCall(s, known);
        } else {
            throw notAStatement(
                    s,
                    "statement-expected",
                    "Expected a statement, found " + first.quoted() + ".",
                    remedy(s, first));
        }
    }

    /// dhcpd looks at the next token and complains where the one before stands; in a body it takes
    /// it for a missing brace.
    private static Misread notAStatement(Statement s, String code, String message, String remedy) {
        return s.context().place() == Place.BODY
                ? s.in().misread(code, message, remedy)
                : s.in().misreadBefore(code, message, remedy);
    }

    private static String remedy(Statement s, Token found) {
        if (found.is("/")) return "Comments begin with #.";
        boolean mark = found.is("\u00ef") && s.start() == 0;
        return mark ? "Save the file without a byte order mark." : "";
    }

    private static void check(Statement s, Rule rule, Token word) {
        Context context = s.context();
        boolean fits = rule.places.contains(context.place());
        if (fits && !(context.included() && rule.direct.contains(context.place()))) return;
        String belongs = rule.places.stream().map(Place::noun).collect(Collectors.joining(" or "));
        String message =
                "'"
                        + word.raw()
                        + "' cannot stand "
                        + (fits ? "in a file included " : "")
                        + context.place().where()
                        + ".";
        String remedy = fits ? "Write it in the including file." : "Move it into " + belongs + ".";
        throw WORDS_OF_ONE_BLOCK.contains(word.raw().toLowerCase(Locale.ROOT))
                ? notAStatement(s, "not-allowed-here", message, remedy)
                : s.in().misread("not-allowed-here", message, remedy);
    }

    private void permitOrKey(PoolReader pools, Statement s) {
        boolean permit = s.context().place() == Place.POOL && !s.context().included();
        if (permit) pools.permit(s);
        else parameters.key(s);
    }

    private static void version6(Statement s) {
        throw s.in().misreadAt(
                        s.start(),
                        "dhcpv6-statement",
                        "'"
                                + s.tree().token(s.start()).raw()
                                + "' is for DHCPv6; this is a DHCPv4 server.",
                        "Remove it, or keep it in a file of its own.");
    }

    /// `%` and anything up to a semicolon or a block's end is skipped by dhcpd, too.
    private void comment(Statement s) {
        s.in().skipRest();
        if (s.hasBlock()) s.body();
        if (!s.in().peek().is(";")) s.endHere();
        reader.report()
                .info(
                        s.tree(),
                        s.start(),
                        "percent-statement",
                        "A statement that begins with % is skipped, as dhcpd does.",
                        "");
    }
}
