package org.twinlease.isc.kea;

import org.twinlease.config.Scope;
import org.twinlease.config.logic.Action;
import org.twinlease.config.logic.Expression;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The settings of one level: lease times, boot fields, flags and options, each where Kea has a
/// place for it at that level, and on the list of what is left where it hasn't.
final class KeaLevel {

    /// The levels of a Kea configuration.
    enum Kind {
        GLOBAL,
        NETWORK,
        SUBNET,
        POOL,
        HOST,
        CLASS
    }

    private static final Set<Parameter> LIFETIMES =
            EnumSet.of(
                    Parameter.DEFAULT_LEASE_TIME,
                    Parameter.MAX_LEASE_TIME,
                    Parameter.MIN_LEASE_TIME);

    private static final Set<Kind> WIDE = EnumSet.of(Kind.GLOBAL, Kind.NETWORK, Kind.SUBNET);

    /// What is of no concern to another program, or what the export acts on elsewhere.
    private static final Set<Parameter> QUIET =
            EnumSet.of(
                    Parameter.LEASE_FILE_NAME,
                    Parameter.PID_FILE_NAME,
                    Parameter.VENDOR_OPTION_SPACE,
                    Parameter.SITE_OPTION_SPACE,
                    Parameter.BOOT_UNKNOWN_CLIENTS,
                    Parameter.USE_HOST_DECL_NAMES,
                    Parameter.ALLOW_BOOTP,
                    Parameter.DYNAMIC_BOOTP,
                    Parameter.FQDN_REPLY);

    /// Kea's name for a parameter, and the levels at which it has it.
    private record Place(String key, Set<Kind> kinds) {}

    private static final String NO_PLACE = "Kea has no such setting there";

    private static final Map<Parameter, Place> PLACES = new EnumMap<>(Parameter.class);

    static {
        Set<Kind> boot = EnumSet.complementOf(EnumSet.of(Kind.POOL));
        Set<Kind> global = EnumSet.of(Kind.GLOBAL);
        Set<Kind> classes = EnumSet.of(Kind.CLASS);
        PLACES.put(Parameter.DEFAULT_LEASE_TIME, new Place("valid-lifetime", classes));
        PLACES.put(Parameter.MAX_LEASE_TIME, new Place("max-valid-lifetime", classes));
        PLACES.put(Parameter.MIN_LEASE_TIME, new Place("min-valid-lifetime", classes));
        PLACES.put(Parameter.NEXT_SERVER, new Place("next-server", boot));
        PLACES.put(Parameter.FILENAME, new Place("boot-file-name", boot));
        PLACES.put(Parameter.SERVER_NAME, new Place("server-hostname", boot));
        PLACES.put(Parameter.AUTHORITATIVE, new Place("authoritative", WIDE));
        PLACES.put(Parameter.IGNORE_CLIENT_UIDS, new Place("match-client-id", WIDE));
        PLACES.put(Parameter.DHCP_CACHE_THRESHOLD, new Place("cache-threshold", WIDE));
        PLACES.put(Parameter.ECHO_CLIENT_ID, new Place("echo-client-id", global));
        PLACES.put(Parameter.ABANDON_LEASE_TIME, new Place("decline-probation-period", global));
    }

    private static final Map<Parameter, String> ADVICE = new EnumMap<>(Parameter.class);

    static {
        ADVICE.put(Parameter.PING_CHECK, "Kea asks before an offer with its ping-check hook");
        ADVICE.put(Parameter.LOCAL_PORT, "Kea takes its port on the command line, -p");
    }

    private final KeaOptions options;
    private final List<Left> left;

    KeaLevel(KeaOptions options, List<Left> left) {
        this.options = options;
        this.left = left;
    }

    /// Writes what a layer says into a level.
    void write(Map<String, Object> level, Kind kind, Layer layer, String where) {
        boolean times = LIFETIMES.stream().anyMatch(layer.numbers()::containsKey);
        if (times && WIDE.contains(kind)) lifetimes(level, layer.scope());
        layer.numbers().forEach((parameter, value) -> number(level, kind, where, parameter, value));
        layer.texts().forEach((parameter, value) -> text(level, kind, where, parameter, value));
        options.write(level, layer, where);
        for (Action action : layer.actions()) {
            if (!isPlain(action)) left.add(new Left(where, words(action), advice(action)));
        }
    }

    /// As dhcpd arrives at them, so that the default lies between the bounds.
    private static void lifetimes(Map<String, Object> level, Scope scope) {
        long longest = scope.number(Parameter.MAX_LEASE_TIME);
        long shortest = scope.number(Parameter.MIN_LEASE_TIME);
        if (shortest < 0) shortest = Math.min(300, longest);
        shortest = Math.min(shortest, longest);
        long usual = scope.number(Parameter.DEFAULT_LEASE_TIME);
        level.put("valid-lifetime", Math.clamp(usual, shortest, longest));
        level.put("min-valid-lifetime", shortest);
        level.put("max-valid-lifetime", longest);
    }

    private void number(
            Map<String, Object> level, Kind kind, String where, Parameter parameter, long value) {
        Place place = PLACES.get(parameter);
        boolean lifetime = LIFETIMES.contains(parameter) && WIDE.contains(kind);
        if (lifetime || QUIET.contains(parameter)) return;
        if (place != null && place.kinds().contains(kind)) {
            level.put(place.key(), value(parameter, value));
        } else if (value != parameter.otherwise()) {
            String advice = ADVICE.getOrDefault(parameter, NO_PLACE);
            left.add(new Left(where, parameter.word() + " " + value, advice));
        }
    }

    private static Object value(Parameter parameter, long value) {
        return switch (parameter) {
            case NEXT_SERVER -> new Ip4((int) value).toString();
            case IGNORE_CLIENT_UIDS -> value != 1;
            case ABANDON_LEASE_TIME, DEFAULT_LEASE_TIME, MAX_LEASE_TIME, MIN_LEASE_TIME -> value;
            // 100 percent would never give a lease of full length again, which Kea refuses to do.
            case DHCP_CACHE_THRESHOLD -> Math.min(99, value) / 100.0;
            default -> value == 1;
        };
    }

    private void text(
            Map<String, Object> level, Kind kind, String where, Parameter parameter, String value) {
        Place place = PLACES.get(parameter);
        if (QUIET.contains(parameter)) return;
        if (place != null && place.kinds().contains(kind)) level.put(place.key(), value);
        else left.add(new Left(where, parameter.word(), NO_PLACE));
    }

    /// Whether an action only says again what is in the tables of its scope.
    static boolean isPlain(Action action) {
        return switch (action) {
            case Action.SetOption(var _, Action.Verb verb, var _, var _, var value) ->
                    verb == Action.Verb.REPLACE && isConstant(value);
            case Action.SetParameter(var _, Action.Verb verb, var parameter, var _, var value) ->
                    verb == Action.Verb.REPLACE && parameter != null && isConstant(value);
            default -> false;
        };
    }

    private static boolean isConstant(Expression value) {
        return value instanceof Expression.Constant || value instanceof Expression.Numeral;
    }

    static String words(Action action) {
        String what =
                switch (action) {
                    case Action.SetOption(var _, var _, var _, String name, var _) ->
                            "the computed option " + name;
                    case Action.SetParameter(var _, var _, var _, String name, var _) ->
                            "the computed " + name;
                    case Action.If _ -> "if";
                    case Action.Switch _ -> "switch";
                    case Action.On _ -> "on";
                    case Action.Assign(var _, String name, var _) -> "set " + name;
                    case Action.Unset(var _, String name) -> "unset " + name;
                    case Action.Define(var _, String name, var _, var _) -> "define " + name;
                    case Action.Log _ -> "log";
                    case Action.Execute _ -> "execute";
                    case Action.Add(var _, String name) -> "add \"" + name + "\"";
                    default -> "a statement";
                };
        return what + " in " + action.at();
    }

    private static String advice(Action action) {
        return switch (action) {
            case Action.On _, Action.Execute _ -> "Kea runs programs with its run-script hook";
            case Action.SetOption _ -> "Kea computes options with its flex-option hook";
            default -> "Write a client class with a test for it";
        };
    }
}
