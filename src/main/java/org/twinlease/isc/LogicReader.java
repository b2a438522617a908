package org.twinlease.isc;

import org.twinlease.config.Problem;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.config.logic.Action.Priority;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Type;
import org.twinlease.isc.expr.ExpressionReader;
import org.twinlease.isc.expr.ExpressionReader.Wanted;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the statements that are carried out for a client: conditions, events, variables, logging
/// (`spec/dhcpd-conf.md` 3.8).
final class LogicReader {
    private static final Map<String, Event> EVENTS =
            Map.of(
                    "commit", Event.COMMIT,
                    "expiry", Event.EXPIRY,
                    "release", Event.RELEASE,
                    "transmission", Event.TRANSMISSION);
    private static final Map<String, Priority> PRIORITIES =
            Map.of(
                    "fatal", Priority.FATAL,
                    "error", Priority.ERROR,
                    "info", Priority.INFO,
                    "debug", Priority.DEBUG);

    private final Reader reader;

    LogicReader(Reader reader) {
        this.reader = reader;
    }

    /// The words that begin such statements, with their readers.
    Map<String, Consumer<Statement>> words() {
        Map<String, Consumer<Statement>> words = new HashMap<>();
        words.put("if", this::condition);
        words.put("elsif", this::otherwise);
        words.put("else", this::otherwise);
        words.put("switch", this::switchOn);
        words.put("case", this::caseLabel);
        words.put("on", this::event);
        words.put("define", this::define);
        words.put("set", this::set);
        words.put("unset", this::unset);
        words.put("eval", s -> act(s, new Action.Evaluate(s.origin(), any(s))));
        words.put("return", s -> act(s, new Action.Return(s.origin(), any(s))));
        words.put("log", this::log);
        words.put("execute", this::execute);
        words.put("add", this::add);
        words.put("break", s -> act(s, new Action.Break(s.origin())));
        words.put("parse-vendor-option", s -> act(s, new Action.ParseVendorOption(s.origin())));
        return words;
    }

    private static void act(Statement s, Action action) {
        s.context().level().add(action);
    }

    /// An expression of any type, in which a number is hexadecimal octets.
    private Expression any(Statement s) {
        return reader.expressions(s).read(Wanted.DATA);
    }

    private void condition(Statement s) {
        Expression condition = conditionOf(s);
        List<Action> then = body(s, null);
        s.context().level().clauses().begin(s.context().level(), s.origin(), condition, then);
    }

    /// A parenthesis right behind `if` belongs to it and closes right before the brace.
    private Expression conditionOf(Statement s) {
        Cursor in = s.in();
        boolean outer = in.skip("(");
        Expression condition = reader.expressions(s).truth();
        if (outer) in.expect(")", "parenthesis-expected");
        if (outer && !in.atEnd()) {
            throw in.misread(
                    "if-parenthesis",
                    "The parenthesis behind 'if' has to close right before '{'; found "
                            + in.found()
                            + " behind it.",
                    "Put the whole condition into one more pair of parentheses.");
        }
        return condition;
    }

    private void otherwise(Statement s) {
        Level level = s.context().level();
        Clauses clauses = level.clauses();
        boolean plain = s.tree().token(s.start()).is("else") && !s.in().skip("if");
        if (!clauses.isOpen()) {
            throw s.in().misreadAt(
                            s.before(),
                            "else-without-if",
                            "'" + s.tree().token(s.start()).raw() + "' follows no 'if' here.",
                            "Write it right behind the '}' of an 'if'.");
        }
        if (plain && !(s.hasBlock() && s.in().atEnd())) {
            throw s.in().misreadBefore(
                            StatementLoop.NO_LEFT_BRACE,
                            "Expected '{' or 'if', found " + s.in().found() + ".",
                            "Open the block of 'else' with '{'.");
        } else if (plain) {
            clauses.otherwise(level, body(s, null));
        } else {
            Expression condition = conditionOf(s);
            clauses.elseIf(level, s.origin(), condition, body(s, null));
        }
    }

    private void switchOn(Statement s) {
        Cursor in = s.in();
        in.expect("(", "parenthesis-expected");
        Expression value = reader.expressions(s).read(Wanted.DATA_OR_NUMBER);
        in.expect(")", "parenthesis-expected");
        Wanted labels = value.type() == Type.DATA ? Wanted.DATA : Wanted.NUMBER;
        act(s, new Action.Switch(s.origin(), value, body(s, labels)));
    }

    private void caseLabel(Statement s) {
        Wanted labels = s.context().level().labels();
        if (labels == null) {
            throw s.in().misreadAt(
                            s.start(),
                            "case-outside-switch",
                            "'case' stands in a switch only.",
                            "");
        }
        Expression label = reader.expressions(s).read(labels);
        s.in().expect(":", "colon-expected");
        act(s, new Action.Case(s.origin(), label));
        s.endHere();
    }

    private void event(Statement s) {
        Cursor in = s.in();
        Set<Event> events = EnumSet.noneOf(Event.class);
        do {
            String word = in.peek().raw().toLowerCase(Locale.ROOT);
            Event event = in.atEnd() ? null : EVENTS.get(word);
            if (event == null) {
                throw in.misread(
                        "event-expected",
                        "Expected commit, expiry, release or transmission, found "
                                + in.found()
                                + ".",
                        Spelling.guess(word, EVENTS.keySet(), ""));
            }
            events.add(event);
            in.next();
        } while (in.skip("or"));
        boolean empty = in.atEnd() && in.peek().is(";");
        List<Action> body = empty ? List.of() : body(s, null);
        String text = empty ? "" : s.tree().source(in.position() + 1, s.last()).strip();
        act(s, new Action.On(s.origin(), events, body, text));
    }

    private void define(Statement s) {
        Cursor in = s.in();
        String name = ExpressionReader.variable(in);
        if (in.skip("(")) {
            function(s, name);
            return;
        }
        in.expect("=", "equals-expected");
        Expression value = reader.expressions(s).read(Wanted.ANY);
        List<Action> result = List.of(new Action.Return(s.origin(), value));
        act(s, new Action.Define(s.origin(), name, List.of(), result));
    }

    private void function(Statement s, String name) {
        Cursor in = s.in();
        List<String> parameters = new ArrayList<>();
        while (!in.sees(")")) {
            parameters.add(ExpressionReader.variable(in));
            if (!in.skip(",")) break;
        }
        in.expect(")", "parenthesis-expected");
        List<Action> body = body(s, s.context().level().labels());
        act(s, new Action.Define(s.origin(), name, parameters, body));
    }

    /// `set`, which can define a function, too.
    private void set(Statement s) {
        String name = ExpressionReader.variable(s.in());
        if (s.in().skip("(")) {
            function(s, name);
            return;
        }
        s.in().expect("=", "equals-expected");
        act(s, new Action.Assign(s.origin(), name, reader.expressions(s).read(Wanted.ANY)));
    }

    private void unset(Statement s) {
        act(s, new Action.Unset(s.origin(), ExpressionReader.variable(s.in())));
    }

    private void log(Statement s) {
        Cursor in = s.in();
        in.expect("(", "parenthesis-expected");
        Priority priority = PRIORITIES.get(in.peek().raw().toLowerCase(Locale.ROOT));
        if (priority != null) {
            in.next();
            in.expect(",", "comma-expected");
        }
        ExpressionReader expressions = reader.expressions(s);
        Expression text = expressions.dataIfAny();
        if (text == null) {
            nothingToLog(s);
            return;
        }
        in.expect(")", "parenthesis-expected");
        boolean known = text instanceof Expression.Constant;
        if (known && priority == Priority.FATAL && s.context().place() == Place.GLOBAL) {
            atStart(s, "fatal-at-start", "dhcpd carries this out when it starts, and ends.");
        }
        act(s, new Action.Log(s.origin(), priority == null ? Priority.DEBUG : priority, text));
    }

    /// dhcpd skips such a statement without a word, and in a body all that is around it, too.
    private void nothingToLog(Statement s) {
        boolean body = s.context().place() == Place.BODY;
        int at = s.in().position();
        Problem nothing =
                Cursor.problem(
                        s.tree(),
                        at,
                        Problem.Severity.WARNING,
                        "nothing-to-log",
                        "Expected a value, found "
                                + s.in().found()
                                + "; dhcpd leaves out "
                                + (body ? "the whole statement around this." : "this."),
                        "Write a value, or remove the statement.");
        if (body) throw new Misread(nothing, at);
        reader.report().add(nothing);
        s.in().skipRest();
        if (s.hasBlock()) s.body();
    }

    private void execute(Statement s) {
        Cursor in = s.in();
        in.expect("(", "parenthesis-expected");
        String program = in.string("string-expected", "the name of a program").text();
        List<Expression> arguments = new ArrayList<>();
        while (in.skip(",")) arguments.add(reader.expressions(s).data());
        in.expect(")", "parenthesis-expected");
        reader.report()
                .warn(
                        s.tree(),
                        s.start(),
                        DhcpdConf.PROGRAM,
                        "The program "
                                + program
                                + " is run only by a server started with --execute.",
                        "Start it so, or follow the server's notices from outside.");
        act(s, new Action.Execute(s.origin(), program, arguments));
    }

    private void add(Statement s) {
        Cursor in = s.in();
        int at = in.position();
        String name = in.string("class-name-expected", "the name of a class").text();
        var _ = reader.draft().declaredClass(in, at, name);
        if (s.context().place() == Place.GLOBAL) {
            atStart(
                    s,
                    "add-at-start",
                    "dhcpd carries this out when it starts, without a client, and crashes.");
        }
        act(s, new Action.Add(s.origin(), name));
    }

    private void atStart(Statement s, String code, String message) {
        reader.draft()
                .atStart
                .add(
                        Cursor.problem(
                                s.tree(),
                                s.start(),
                                Problem.Severity.ERROR,
                                code,
                                message,
                                "Put it into a condition."));
    }

    /// A word that is no keyword: a call of a function, a variable that does nothing, or a slip.
    void wordOrCall(Statement s, Set<String> known) {
        Cursor in = s.in();
        Token word = in.peek();
        Expression read = any(s);
        if (!in.atEnd() || !in.peek().is(";")) {
            throw in.misread(
                    "unknown-statement",
                    "'" + word.raw() + "' is no statement that dhcpd knows.",
                    Spelling.guess(word.raw(), known, "Check its spelling."));
        }
        if (!(read instanceof Expression.Call)) {
            reader.report()
                    .warn(
                            s.tree(),
                            s.start(),
                            "S21",
                            "The word " + word.quoted() + " by itself does nothing.",
                            Spelling.guess(word.raw(), known, "Remove it."));
            return;
        }
        act(s, new Action.Evaluate(s.origin(), read));
    }

    private List<Action> body(Statement s, @org.jspecify.annotations.Nullable Wanted labels) {
        Level level = Level.ofBody(labels);
        reader.items(s, s.body(), s.context().inside(Place.BODY, level));
        return List.copyOf(level.actions());
    }
}
