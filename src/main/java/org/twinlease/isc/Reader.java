package org.twinlease.isc;

import org.twinlease.config.Problem;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Origin;
import org.twinlease.isc.expr.ExpressionReader;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.value.Octets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One reading of a configuration with its includes: holds what the readers of the single
/// statements share, and takes files and blocks through the [Grammar].
final class Reader {
    private static final int MOST_INCLUDES = 10_000;

    private final DhcpdConf.Source source;
    private final DhcpdConf.Resolver resolver;
    private final Report report = new Report();
    private final Draft draft = new Draft();
    private final OptionSpaces spaces;
    private final Grammar grammar;
    private final StatementLoop loop;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, ConfTree> files = new LinkedHashMap<>();
    private int includes;

    Reader(DhcpdConf.Source source, DhcpdConf.Resolver resolver) {
        this(source, resolver, new OptionSpaces());
    }

    /// A reader that knows what another one has read of names.
    private Reader(Reader other) {
        this(_ -> null, other.resolver, other.spaces);
        draft.classes.putAll(other.draft.classes);
    }

    private Reader(DhcpdConf.Source source, DhcpdConf.Resolver resolver, OptionSpaces spaces) {
        this.source = source;
        this.resolver = resolver;
        this.spaces = spaces;
        this.grammar = new Grammar(this);
        this.loop = new StatementLoop(report, grammar::starts);
    }

    DhcpdConf.Reading read(String fileName) {
        byte[] octets = source.read(fileName);
        ConfTree tree = ConfTree.of(fileName, octets == null ? new byte[0] : octets);
        if (octets == null) {
            report.add(
                    new Problem(
                            fileName,
                            0,
                            0,
                            Problem.Severity.ERROR,
                            "file-not-readable",
                            "The file " + fileName + " cannot be read.",
                            "Check its name and who may read it."));
        }
        open.push(fileName);
        file(tree, Context.global(draft.global));
        new Checks(draft, report).run();
        List<Problem> problems = report.sorted();
        return new DhcpdConf.Reading(
                new ConfigBuilder(draft, spaces).build(problems),
                problems,
                List.copyOf(files.values()),
                new Reader(this)::statements);
    }

    /// Statements by themselves; none where there is an error.
    private synchronized List<Action> statements(String text) {
        int errors = report.errors();
        ConfTree tree = ConfTree.of("", Octets.ofText(text).toArray());
        Level level = Level.ofBody(null);
        Context body = Context.global(level).inside(Place.BODY, level);
        loop.run(tree, tree.items(), body, grammar::read);
        return errors == report.errors() ? List.copyOf(level.actions()) : List.of();
    }

    /// Reads a block's items as ordinary statements.
    void items(Statement statement, List<ConfNode> items, Context context) {
        loop.run(statement.tree(), items, context, grammar::read);
    }

    /// Reads a block's items by a reader of their own.
    void items(
            Statement statement, List<ConfNode> items, java.util.function.Consumer<Statement> own) {
        Context context = statement.context();
        loop.run(statement.tree(), items, context.inside(context.place(), context.level()), own);
    }

    /// `include "file";`
    void include(Statement s) {
        Octets written = s.in().string("string-expected", "a file name");
        String name = written.text();
        if (open.contains(name)) {
            throw s.in().misreadAt(
                            s.start(),
                            "include-loop",
                            "The file " + name + " includes itself; dhcpd crashes on this.",
                            "Remove this include.");
        }
        byte[] octets = ++includes > MOST_INCLUDES ? null : source.read(name);
        if (octets == null) {
            throw s.in().misreadAt(
                            s.start(),
                            "include-not-readable",
                            "The included file " + name + " cannot be read.",
                            "Check its name: it is relative to the directory that the server runs"
                                    + " in.");
        }
        open.push(name);
        file(ConfTree.of(name, octets), s.context().fromInclude());
        open.pop();
        s.context().level().clauses().close();
    }

    private void file(ConfTree tree, Context context) {
        files.putIfAbsent(tree.name(), tree);
        loop.run(tree, tree.items(), context, grammar::read);
    }

    /// Whether a statement gives an option no value. dhcpd takes the semicolon for the value and
    /// wants another one; where that follows it takes the statement, and does nothing.
    boolean lacksValue(Statement s, OptionDefinition option) {
        Cursor in = s.in();
        if (!in.atEnd() || !in.peek().is(";") || option.format().startsWith("Z")) return false;
        String message = "The option " + option.qualified() + " has no value.";
        int next = in.position() + 1;
        if (!s.tree().token(next).is(";")) {
            throw in.misreadAt(next, "value-expected", message, "Write one before the ';'.");
        }
        s.takeNextSemicolon();
        boolean atStart = s.context().place() == Place.GLOBAL;
        Problem problem =
                Cursor.problem(
                        s.tree(),
                        s.start(),
                        atStart ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                        "value-expected",
                        message + " dhcpd crashes when it carries this out.",
                        "Write one, or remove the statement.");
        if (atStart) draft.atStart.add(problem);
        else report.add(problem);
        return true;
    }

    /// Reads expressions in a statement.
    ExpressionReader expressions(Statement s) {
        return new ExpressionReader(
                s.in(),
                new ExpressionReader.Names() {
                    @Override
                    public Expression.Exists next(Cursor in) {
                        Origin at = in.origin(in.position());
                        OptionDefinition option = spaces.named(in);
                        return new Expression.Exists(at, option.key(), option.qualified());
                    }

                    @Override
                    public Octets lookUp(Cursor in, String name) {
                        if (name.isEmpty()) return Octets.ofText(resolver.machine());
                        return Names.octets(s.tree(), in.position() - 1, name, resolver, report);
                    }
                });
    }

    Report report() {
        return report;
    }

    Draft draft() {
        return draft;
    }

    OptionSpaces spaces() {
        return spaces;
    }

    DhcpdConf.Resolver resolver() {
        return resolver;
    }
}
