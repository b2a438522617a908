package org.twinlease.isc.kea;

import org.twinlease.config.ClientClass;
import org.twinlease.config.Permit;
import org.twinlease.config.Pool;
import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Client classes: those of dhcpd.conf, one for each branch of an `if` that counts everywhere, and
/// one for each combination of permits that pools ask for.
final class KeaClasses {

    private static final String HOOK = "Kea limits leases with its limits hook";

    private final KeaLevel levels;
    private final List<Left> left;
    private final Map<String, Map<String, Object>> classes = new LinkedHashMap<>();

    /// The names of the classes that pools ask for, by their tests.
    private final Map<String, String> gates = new LinkedHashMap<>();

    KeaClasses(KeaLevel levels, List<Left> left) {
        this.levels = levels;
        this.left = left;
    }

    /// All that there are, each before those that ask for it.
    List<Map<String, Object>> all() {
        return List.copyOf(classes.values());
    }

    /// A class that only reservations put clients into.
    void named(String name) {
        node(name);
    }

    /// A class of dhcpd.conf.
    void add(ClientClass each) {
        String where = "class \"" + each.name() + "\"";
        Map<String, Object> node = node(KeaText.className(each.name()));
        try {
            String test = test(each);
            if (!test.isEmpty()) node.put("test", test);
        } catch (KeaTest.Untranslatable e) {
            String remedy = "Until it has a test, nobody is in the class";
            left.add(new Left(where, "its condition: " + e.getMessage(), remedy));
        }
        levels.write(node, KeaLevel.Kind.CLASS, Layer.of(each.scope(), Set.of()), where);
        if (each.spawns()) {
            String remedy = "Kea has a class for each value with template-test, from 2.3 on";
            left.add(new Left(where, "spawn with", remedy));
        }
        if (each.leaseLimit() > 0) left.add(new Left(where, "lease limit", HOOK));
        int number = 0;
        for (ClientClass.Subclass subclass : each.subclasses()) {
            number++;
            subclass(each, subclass, number);
        }
    }

    private static String test(ClientClass each) throws KeaTest.Untranslatable {
        List<String> ways = new ArrayList<>();
        if (each.matchIf() != null) ways.add(KeaTest.truth(each.matchIf()));
        if (each.submatch() != null) {
            for (ClientClass.Subclass subclass : each.subclasses()) {
                ways.add(equal(each.submatch(), subclass.data()));
            }
        }
        return ways.size() < 2
                ? String.join("", ways)
                : ways.stream().collect(Collectors.joining(") or (", "(", ")"));
    }

    private static String equal(Expression submatch, Octets data) throws KeaTest.Untranslatable {
        return KeaTest.data(submatch) + " == " + KeaText.literal(data);
    }

    private void subclass(ClientClass of, ClientClass.Subclass subclass, int number) {
        String where = "subclass \"" + of.name() + "\" " + subclass.data().hex();
        if (subclass.leaseLimit() > 0) left.add(new Left(where, "lease limit", HOOK));
        Layer layer = Layer.of(subclass.scope(), Set.of());
        boolean sets = !(layer.options().isEmpty() && layer.numbers().isEmpty());
        if (!sets && layer.texts().isEmpty() && layer.actions().isEmpty()) return;
        Map<String, Object> node = node(KeaText.className(of.name()) + " " + number);
        try {
            if (of.submatch() != null) node.put("test", equal(of.submatch(), subclass.data()));
        } catch (KeaTest.Untranslatable e) {
            left.add(new Left(where, "its condition: " + e.getMessage(), "Write a test for it"));
        }
        levels.write(node, KeaLevel.Kind.CLASS, layer, where);
    }

    private Map<String, Object> node(String name) {
        Map<String, Object> node = classes.computeIfAbsent(name, _ -> new LinkedHashMap<>());
        node.put("name", name);
        return node;
    }

    /// The branches of a global `if` become classes, whose settings stand above the global ones
    /// only, as here; what has no place in a class is left.
    List<Action> branches(List<Action> actions) {
        List<Action> rest = new ArrayList<>();
        for (Action action : actions) {
            if (!(action instanceof Action.If branch) || !branch("", branch)) rest.add(action);
        }
        return rest;
    }

    private boolean branch(String before, Action.If branch) {
        String condition;
        try {
            condition = KeaTest.truth(branch.condition());
        } catch (KeaTest.Untranslatable e) {
            return false;
        }
        body(before + "(" + condition + ")", branch, branch.then());
        List<Action> otherwise = branch.otherwise();
        if (otherwise.isEmpty()) return true;
        // What is undefined is not true, so it goes on to the next branch, too.
        String others = before + "not (" + condition + ")";
        if (otherwise.size() == 1 && otherwise.getFirst() instanceof Action.If next) {
            return branch(others + " and ", next);
        }
        body(others, branch, otherwise);
        return true;
    }

    private void body(String test, Action.If branch, List<Action> actions) {
        Scope scope = Fixed.scope(actions);
        String name = "if in " + branch.at();
        while (classes.containsKey(name)) name += " else";
        Map<String, Object> node = node(name);
        node.put("test", test);
        levels.write(node, KeaLevel.Kind.CLASS, Layer.of(scope, Set.of()), name);
        for (Action each : actions) {
            if (!KeaLevel.isPlain(each)) {
                left.add(new Left(name, KeaLevel.words(each), "Write it as a class or a hook"));
            }
        }
    }

    /// The class that a pool asks for, empty for none.
    String gate(Pool pool, String where) {
        Set<String> allowed = new TreeSet<>();
        Set<String> denied = new TreeSet<>();
        boolean listed = false;
        for (Permit permit : pool.permits()) {
            if (permit.kind() == Permit.Kind.DYNAMIC_BOOTP && !permit.allow()) continue;
            if (permit.allow()) listed = true;
            String member = member(permit);
            if (member.isEmpty()) {
                String words = (permit.allow() ? "allow " : "deny ") + permit.words();
                left.add(new Left(where, words, "Kea has no such condition for a pool"));
            } else if (permit.allow()) allowed.add(member);
            else denied.add(member);
        }
        if (pool.scope().number(Parameter.BOOT_UNKNOWN_CLIENTS) == 0)
            denied.add("member('UNKNOWN')");
        List<String> parts = new ArrayList<>();
        if (listed && !allowed.contains("member('ALL')")) {
            String any = String.join(" or ", allowed);
            parts.add(allowed.isEmpty() ? "not member('ALL')" : "(" + any + ")");
        }
        denied.forEach(each -> parts.add("not " + each));
        if (parts.isEmpty()) return "";
        String test = String.join(" and ", parts);
        // One class alone needs no other in front of it.
        if (test.matches("\\(member\\('[^']*'\\)\\)")) return test.substring(9, test.length() - 3);
        if (test.equals("not member('UNKNOWN')")) return "KNOWN";
        return gates.computeIfAbsent(
                test,
                _ -> {
                    String name = "pools " + (gates.size() + 1);
                    node(name).put("test", test);
                    return name;
                });
    }

    private static String member(Permit permit) {
        return switch (permit.kind()) {
            case KNOWN -> "member('KNOWN')";
            case UNKNOWN -> "member('UNKNOWN')";
            case ALL, UNAUTHENTICATED -> "member('ALL')";
            case MEMBERS -> "member('" + KeaText.className(permit.argument()) + "')";
            case AUTHENTICATED, DYNAMIC_BOOTP, AFTER -> "";
        };
    }
}
