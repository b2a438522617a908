package org.twinlease.isc.kea;

import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The settings with a fixed value among the statements of a block, as a scope of their own.
final class Fixed {

    private Fixed() {}

    static Scope scope(List<Action> actions) {
        Map<OptionKey, Octets> options = new HashMap<>();
        Map<Parameter, Long> numbers = new HashMap<>();
        Map<Parameter, String> texts = new HashMap<>();
        for (Action action : actions) {
            if (!KeaLevel.isPlain(action)) continue;
            switch (action) {
                case Action.SetOption(var _, var _, OptionKey key, var _, Expression value)
                        when value instanceof Expression.Constant(var _, Octets octets) ->
                        options.put(key, octets);
                case Action.SetParameter(var _, var _, Parameter parameter, var _, var value)
                        when parameter != null ->
                        parameter(parameter, value, numbers, texts);
                default -> {}
            }
        }
        return new Scope(null, options, numbers, texts);
    }

    private static void parameter(
            Parameter parameter,
            Expression value,
            Map<Parameter, Long> numbers,
            Map<Parameter, String> texts) {
        if (value instanceof Expression.Numeral(var _, int number)) {
            numbers.put(parameter, number & 0xFFFF_FFFFL);
        } else if (value instanceof Expression.Constant(var _, Octets octets)) {
            if (parameter.kind() == Parameter.Kind.TEXT) {
                texts.put(parameter, octets.text());
                return;
            }
            numbers.put(parameter, KeaOptions.number(octets));
        }
    }
}
