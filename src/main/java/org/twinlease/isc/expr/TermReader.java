package org.twinlease.isc.expr;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Fact;
import org.twinlease.config.logic.Function;
import org.twinlease.config.logic.Origin;
import org.twinlease.config.logic.Type;
import org.twinlease.isc.expr.ExpressionReader.Wanted;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads what stands between operators (`spec/dhcpd-conf.md` 7.1).
final class TermReader {
    /// Numbers that have names: the states of dhclient, and what dhcpd has for the answers to DNS
    /// updates.
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("reboot", 1),
                    Map.entry("booting", 2),
                    Map.entry("select", 3),
                    Map.entry("request", 4),
                    Map.entry("bound", 5),
                    Map.entry("renew", 6),
                    Map.entry("rebind", 7),
                    Map.entry("noerror", 0),
                    Map.entry("formerr", 1),
                    Map.entry("notimp", 27),
                    Map.entry("servfail", 393_230),
                    Map.entry("nxdomain", 393_231),
                    Map.entry("refused", 393_233),
                    Map.entry("yxdomain", 393_234),
                    Map.entry("yxrrset", 393_235),
                    Map.entry("nxrrset", 393_236),
                    Map.entry("notauth", 393_237),
                    Map.entry("notzone", 393_238));

    private static final Map<String, Fact> FACTS = new HashMap<>();
    private static final Map<String, Function> FUNCTIONS = new HashMap<>();

    static {
        for (Fact fact : Fact.values()) FACTS.put(fact.word(), fact);
        for (Function function : Function.values()) FUNCTIONS.put(function.word(), function);
        FUNCTIONS.put("pick", Function.PICK_FIRST_VALUE);
    }

    private final Cursor in;
    private final ExpressionReader expressions;
    private final ExpressionReader.Names names;

    TermReader(Cursor in, ExpressionReader expressions, ExpressionReader.Names names) {
        this.in = in;
        this.expressions = expressions;
        this.names = names;
    }

    /// A term; null, and nothing taken, where none can begin.
    @Nullable Expression term(Wanted wanted) {
        if (in.atEnd()) return null;
        Token token = in.peek();
        Origin at = in.origin(in.position());
        return switch (token.kind()) {
            case STRING -> new Expression.Constant(at, in.next().octets());
            case NUMBER -> number(at, wanted);
            case NUMBER_OR_NAME -> new Expression.Constant(at, in.octetList());
            case NAME -> name(at);
            case WORD -> word(at, token.raw().toLowerCase(Locale.ROOT));
            case PUNCTUATION -> token.is("(") ? parentheses(wanted) : null;
            case END -> null;
        };
    }

    private Expression number(Origin at, Wanted wanted) {
        if (wanted == Wanted.NUMBER || wanted == Wanted.DATA_OR_NUMBER) {
            return new Expression.Numeral(at, (int) in.decimal("a number"));
        }
        return new Expression.Constant(at, in.octetList());
    }

    private Expression parentheses(Wanted wanted) {
        in.next();
        Expression inner = expressions.binary(wanted, null, null);
        if (inner == null) throw nothing("an expression");
        close();
        return inner;
    }

    private Misread nothing(String what) {
        return in.misreadBefore(
                "expression-expected", "Expected " + what + ", found " + in.found() + ".", "");
    }

    private void open() {
        in.expect("(", "parenthesis-expected");
    }

    private void close() {
        in.expect(")", "parenthesis-expected");
    }

    private @Nullable Expression word(Origin at, String word) {
        Fact fact = FACTS.get(word);
        if (fact != null) {
            in.next();
            return new Expression.Known(at, fact);
        }
        Function function = FUNCTIONS.get(word);
        if (function != null) {
            in.next();
            return apply(at, function);
        }
        Integer number = NUMBERS.get(word);
        if (number != null) {
            in.next();
            return new Expression.Numeral(at, number);
        }
        return special(at, word);
    }

    private @Nullable Expression special(Origin at, String word) {
        return switch (word) {
            case "not" -> not(at);
            case "exists", "option", "config-option" -> option(at, word);
            case "check" -> check(at);
            case "defined" -> defined(at);
            case "gethostname" -> hostName(at);
            case "gethostbyname" -> hostLookup(at);
            default -> null;
        };
    }

    private Expression option(Origin at, String word) {
        in.next();
        Expression.Exists option = names.next(in);
        boolean answer = word.equals("config-option");
        return word.equals("exists")
                ? new Expression.Exists(at, option.key(), option.name())
                : new Expression.OptionValue(at, option.key(), option.name(), answer);
    }

    private Expression defined(Origin at) {
        in.next();
        open();
        String name = ExpressionReader.variable(in);
        close();
        return new Expression.Defined(at, name);
    }

    private Expression hostName(Origin at) {
        in.next();
        open();
        close();
        return new Expression.HostLookup(at, "", names.lookUp(in, ""));
    }

    private Expression hostLookup(Origin at) {
        in.next();
        open();
        String name = in.string("string-expected", "a host name").text();
        close();
        return new Expression.HostLookup(at, name, names.lookUp(in, name));
    }

    private Expression not(Origin at) {
        in.next();
        Expression operand = term(Wanted.TRUTH);
        if (operand == null) throw nothing("a condition behind 'not'");
        if (operand.type() == Type.TRUTH) return new Expression.Not(at, operand);
        throw in.misreadBefore(
                "not-needs-parentheses",
                "'not' takes the next term only, and that is neither true nor false.",
                "Put parentheses around the condition: not (a = b).");
    }

    private Expression check(Origin at) {
        in.next();
        int index = in.position();
        String name = in.string("string-expected", "a collection's name").text();
        if (name.equals("default")) return new Expression.Check(at, name);
        throw in.misreadAt(
                index,
                "unknown-collection",
                "There is no collection \"" + name + "\".",
                "The only one is \"default\".");
    }

    private Expression apply(Origin at, Function function) {
        open();
        List<Expression> arguments = new ArrayList<>();
        boolean more = true;
        while (more) {
            int index = arguments.size();
            boolean width =
                    index == 1
                            && (function == Function.ENCODE_INT
                                    || function == Function.EXTRACT_INT);
            arguments.add(width ? width() : expressions.of(function.argument(index)));
            int have = arguments.size();
            if (have < function.arity()) in.expect(",", "comma-expected");
            else more = function.takesMore() && in.skip(",");
        }
        close();
        return new Expression.Apply(at, function, arguments);
    }

    private Expression width() {
        int at = in.position();
        long width = in.decimal("a width in bits");
        if (width == 8 || width == 16 || width == 32) {
            return new Expression.Numeral(in.origin(at), (int) width);
        }
        throw in.misreadAt(
                at,
                "bad-width",
                "There are no integers of " + width + " bits.",
                "Write 8, 16 or 32.");
    }

    /// A variable, or the call of a function.
    private Expression name(Origin at) {
        String name = in.next().raw();
        if (!in.skip("(")) return new Expression.Variable(at, name);
        List<Expression> arguments = new ArrayList<>();
        do {
            Expression argument = expressions.binary(Wanted.ANY, null, null);
            if (argument == null) throw nothing("an argument");
            arguments.add(argument);
        } while (in.skip(","));
        close();
        return new Expression.Call(at, name, arguments);
    }
}
