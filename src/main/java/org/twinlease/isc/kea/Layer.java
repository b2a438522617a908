package org.twinlease.isc.kea;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What one level of a Kea configuration has to say: a scope with the groups around it, up to the
/// next level that Kea has, too. `scope` is the innermost of them, which sees everything above.
record Layer(
        Scope scope,
        Map<OptionKey, Octets> options,
        Map<Parameter, Long> numbers,
        Map<Parameter, String> texts,
        List<Action> actions) {

    static final Comparator<OptionKey> ORDER =
            Comparator.comparing(OptionKey::space).thenComparingInt(OptionKey::code);

    /// From a scope up to the first of the levels above it, without that.
    static Layer of(Scope scope, Set<Scope> above) {
        Map<OptionKey, Octets> options = new TreeMap<>(ORDER);
        Map<Parameter, Long> numbers = new TreeMap<>();
        Map<Parameter, String> texts = new TreeMap<>();
        List<Action> actions = new ArrayList<>();
        for (@Nullable Scope at = scope; at != null && !above.contains(at); at = at.parent()) {
            at.options().forEach(options::putIfAbsent);
            at.numbers().forEach(numbers::putIfAbsent);
            at.texts().forEach(texts::putIfAbsent);
            actions.addAll(0, at.actions());
        }
        return new Layer(scope, options, numbers, texts, actions);
    }
}
