package org.twinlease.config.logic;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;

import java.util.List;
import java.util.Set;

/// A statement that is carried out for a client (`spec/dhcpd-conf.md` 3.8), in the order of the
/// configuration. Settings with a fixed value outside conditions are in a scope's own tables
/// instead, so that a configuration without conditions pays nothing for them.
public sealed interface Action {

    /// Where the statement begins.
    Origin at();

    /// How an option's new value goes with what is set already.
    enum Verb {
        /// Replaces it; `option`, `supersede` and `send`.
        REPLACE,
        /// Holds only where nothing is set.
        DEFAULT,
        APPEND,
        PREPEND
    }

    /// What a lease goes through.
    enum Event {
        COMMIT,
        EXPIRY,
        RELEASE,
        /// Accepted by dhcpd, and never happens on a server.
        TRANSMISSION
    }

    /// How important a log line is.
    enum Priority {
        FATAL,
        ERROR,
        INFO,
        DEBUG
    }

    /// Sets an option of the answer.
    record SetOption(Origin at, Verb verb, OptionKey key, String name, Expression value)
            implements Action {}

    /// Sets a parameter; `parameter` is null for one that this server does not act on.
    record SetParameter(
            Origin at, Verb verb, @Nullable Parameter parameter, String name, Expression value)
            implements Action {}

    /// `if`, with what stands in `elsif` and `else` as `otherwise`.
    record If(Origin at, Expression condition, List<Action> then, List<Action> otherwise)
            implements Action {
        /// Takes copies.
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// `switch`; its body holds the labels among the other statements.
    record Switch(Origin at, Expression value, List<Action> body) implements Action {
        /// Takes a copy.
        public Switch {
            body = List.copyOf(body);
        }
    }

    /// A label in a switch.
    record Case(Origin at, Expression value) implements Action {}

    /// The label for all other values.
    record Default(Origin at) implements Action {}

    /// Leaves the block.
    record Break(Origin at) implements Action {}

    /// What is to be done when something happens to the lease. `text` is the body as it is spelt,
    /// which is how it is kept with a lease.
    record On(Origin at, Set<Event> events, List<Action> body, String text) implements Action {
        /// Takes copies.
        public On {
            events = Set.copyOf(events);
            body = List.copyOf(body);
        }
    }

    /// `set`.
    record Assign(Origin at, String name, Expression value) implements Action {}

    /// `unset`.
    record Unset(Origin at, String name) implements Action {}

    /// `define` of a function; a `define` of a value stores a function without a body, as in dhcpd.
    record Define(Origin at, String name, List<String> parameters, List<Action> body)
            implements Action {
        /// Takes copies.
        public Define {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /// `eval`, or a call that stands alone.
    record Evaluate(Origin at, Expression expression) implements Action {}

    /// Ends a function with a value.
    record Return(Origin at, Expression value) implements Action {}

    /// Writes a line into the log.
    record Log(Origin at, Priority priority, Expression text) implements Action {}

    /// Runs a program.
    record Execute(Origin at, String program, List<Expression> arguments) implements Action {
        /// Takes a copy.
        public Execute {
            arguments = List.copyOf(arguments);
        }
    }

    /// Puts the client into a class.
    record Add(Origin at, String className) implements Action {}

    /// Takes the vendor's options (43) of the packet for options of the space that
    /// `vendor-option-space` names.
    record ParseVendorOption(Origin at) implements Action {}
}
