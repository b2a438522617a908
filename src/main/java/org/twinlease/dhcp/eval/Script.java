package org.twinlease.dhcp.eval;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.OptionSpace;
import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Action.Event;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.logic.Type;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;
import org.twinlease.wire.dhcp.Packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Carries statements out, in the order of the configuration (`spec/dhcpd-conf.md` 3.8, 8.1), and
/// evaluates single expressions. Functions may call each other [#DEEPEST] deep, and one message may
/// cost [#MOST] statements.
public final class Script {
    private static final int DEEPEST = 32;
    private static final int MOST = 20_000;
    private static final int LONGEST_LINE = 512;

    private final Circumstances about;
    private final Variables variables;
    private final Outcome outcome;
    private int statements;
    private int depth;

    /// `variables` are those of the lease, and are changed.
    public Script(Circumstances about, Variables variables, Outcome outcome) {
        this.about = about;
        this.variables = variables;
        this.outcome = outcome;
    }

    /// Where what is carried out leads.
    public Outcome outcome() {
        return outcome;
    }

    /// Whether a condition holds; undefined is false.
    public boolean holds(Expression condition) {
        return Boolean.TRUE.equals(evaluator(variables).truth(condition));
    }

    /// The octets that an expression yields, null when it is undefined.
    public @Nullable Octets data(Expression expression) {
        return evaluator(variables).data(expression);
    }

    /// Marks the client as a member of a class, for `check`.
    public void member() {
        outcome.member();
    }

    private Evaluator evaluator(Variables scope) {
        return new Evaluator(about, scope, outcome);
    }

    /// Carries out a scope and, before it, all around it; those at and outside of `limit` have been
    /// carried out before.
    public void scope(@Nullable Scope scope, @Nullable Scope limit) {
        List<Scope> chain = new ArrayList<>();
        for (Scope s = scope; s != null; s = s.parent()) {
            if (isAround(s, limit)) break;
            chain.add(s);
        }
        for (Scope s : chain.reversed()) one(s);
    }

    /// Scopes are the same only if they are one: two groups may say the same things.
    @SuppressWarnings("ReferenceEquality") // the comment above says why
    private static boolean isAround(Scope scope, @Nullable Scope limit) {
        for (Scope l = limit; l != null; l = l.parent()) if (l == scope) return true;
        return false;
    }

    /// Carries out one scope without those around it.
    public void one(Scope scope) {
        outcome.settings(scope);
        run(scope.actions(), variables);
    }

    /// Carries out what is to be done at an event.
    public void event(Event event) {
        run(outcome.on(event), variables);
    }

    /// Carries out other statements, such as came with a lease.
    public void run(List<Action> actions) {
        run(actions, variables);
    }

    /// The variables, and what is to be done at the lease's end, as octets that are kept with it;
    /// null when there are none.
    public @Nullable Octets kept() {
        return variables.encode(outcome.atEnd());
    }

    private enum End {
        THROUGH,
        BROKEN,
        RETURNED
    }

    private record Result(End end, @Nullable Value value) {
        static final Result THROUGH = new Result(End.THROUGH, null);
        static final Result BROKEN = new Result(End.BROKEN, null);
    }

    private Result run(List<Action> actions, Variables scope) {
        return runFrom(actions, 0, scope);
    }

    private Result runFrom(List<Action> actions, int first, Variables scope) {
        if (depth >= DEEPEST) return Result.THROUGH;
        depth++;
        Result result = Result.THROUGH;
        for (int i = first; i < actions.size() && result.end == End.THROUGH; i++) {
            if (++statements > MOST) break;
            result = act(actions.get(i), scope);
        }
        depth--;
        // A break leaves the block that it stands in.
        return result.end == End.BROKEN ? Result.THROUGH : result;
    }

    private Result act(Action action, Variables scope) {
        switch (action) {
            case Action.SetOption set -> {
                Octets value = evaluator(scope).data(set.value());
                if (value != null) outcome.option(set.verb(), set.key(), value);
            }
            case Action.SetParameter set -> parameter(set, scope);
            case Action.If choice -> {
                return choice(choice, scope);
            }
            case Action.Switch choice -> {
                int label = label(choice, scope);
                return label < 0 ? Result.THROUGH : runFrom(choice.body(), label + 1, scope);
            }
            case Action.Case _, Action.Default _ -> {}
            case Action.Break _ -> {
                return Result.BROKEN;
            }
            case Action.On on -> outcome.on(on);
            case Action.Assign set -> scope.set(set.name(), evaluated(set.value(), scope));
            case Action.Unset unset -> scope.set(unset.name(), null);
            case Action.Define define -> scope.set(define.name(), new Value.Function(define));
            case Action.Evaluate e -> evaluated(e.expression(), scope);
            case Action.Return r -> {
                return new Result(End.RETURNED, evaluated(r.value(), scope));
            }
            case Action.Log log -> log(log, scope);
            case Action.Execute execute -> execute(execute, scope);
            case Action.Add add -> outcome.add(add.className());
            case Action.ParseVendorOption _ -> vendorOption();
        }
        return Result.THROUGH;
    }

    private Result choice(Action.If choice, Variables scope) {
        Action.If at = choice;
        while (true) {
            boolean holds = Boolean.TRUE.equals(evaluator(scope).truth(at.condition()));
            if (holds) return run(at.then(), scope);
            boolean chained =
                    at.otherwise().size() == 1 && at.otherwise().getFirst() instanceof Action.If;
            if (!chained) return run(at.otherwise(), scope);
            if (++statements > MOST) return Result.THROUGH;
            at = (Action.If) at.otherwise().getFirst();
        }
    }

    private void parameter(Action.SetParameter set, Variables scope) {
        Parameter parameter = set.parameter();
        Octets value = evaluator(scope).data(set.value());
        if (parameter != null && value != null) outcome.parameter(set.verb(), parameter, value);
    }

    /// The label at which a switch goes on, -1 for none.
    private int label(Action.Switch choice, Variables scope) {
        Evaluator evaluator = evaluator(scope);
        boolean data = choice.value().type() == Type.DATA;
        Object value = data ? evaluator.data(choice.value()) : evaluator.number(choice.value());
        int otherwise = -1;
        for (int i = 0; i < choice.body().size(); i++) {
            if (choice.body().get(i) instanceof Action.Default && otherwise < 0) otherwise = i;
            if (value == null || !(choice.body().get(i) instanceof Action.Case label)) continue;
            Object of = data ? evaluator.data(label.value()) : evaluator.number(label.value());
            if (Objects.equals(value, of)) return i;
        }
        return otherwise;
    }

    /// The value of an expression; here, and nowhere inside another expression, a function of the
    /// configuration can be called.
    private @Nullable Value evaluated(Expression e, Variables scope) {
        if (!(e instanceof Expression.Call call)) return evaluator(scope).value(e);
        if (!(scope.get(call.name()) instanceof Value.Function function)) return null;
        List<String> names = function.definition().parameters();
        if (names.size() != call.arguments().size() || depth >= DEEPEST) return null;
        var inner = new Variables(scope);
        for (int i = 0; i < names.size(); i++) {
            inner.bind(names.get(i), evaluated(call.arguments().get(i), scope));
        }
        return run(function.definition().body(), inner).value;
    }

    private void log(Action.Log log, Variables scope) {
        Octets text = evaluator(scope).data(log.text());
        if (text == null) return;
        String line = text.text();
        String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        outcome.effect(new Outcome.Effect.Line(log.priority(), shown));
    }

    private void execute(Action.Execute execute, Variables scope) {
        List<String> arguments = new ArrayList<>();
        for (Expression e : execute.arguments()) {
            Octets value = evaluator(scope).data(e);
            // dhcpd runs nothing when an argument is undefined.
            if (value == null) return;
            arguments.add(value.text());
        }
        outcome.effect(new Outcome.Effect.Run(execute.program(), arguments));
    }

    /// The client's vendor options become options of the answer, in the space that
    /// `vendor-option-space` names.
    private void vendorOption() {
        Packet packet = about.packet();
        String name = outcome.text(Parameter.VENDOR_OPTION_SPACE);
        OptionSpace space = name == null ? null : about.space(name);
        if (packet == null || space == null) return;
        Octets option = packet.option(OptionType.VENDOR_ENCAPSULATED_OPTIONS.code());
        if (option == null) return;
        for (int code = 1; code < 255; code++) {
            Octets value = Received.inside(option, space, code);
            if (value != null) {
                outcome.option(
                        Action.Verb.REPLACE,
                        new org.twinlease.config.words.OptionKey(space.name(), code),
                        value);
            }
        }
    }
}
