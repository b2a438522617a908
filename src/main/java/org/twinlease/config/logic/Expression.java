package org.twinlease.config.logic;

import org.twinlease.config.words.OptionKey;
import org.twinlease.value.Octets;

import java.util.List;

/// An expression of dhcpd.conf (`spec/dhcpd-conf.md` section 7), grouped as dhcpd groups it. Every
/// expression can be undefined when it is evaluated, for a packet lacks an option or a variable was
/// never set.
public sealed interface Expression {

    /// Where the expression begins; of a binary operation, where the operator stands.
    Origin at();

    /// What it yields.
    Type type();

    /// Octets: a string, or a list of hexadecimal octets.
    record Constant(Origin at, Octets value) implements Expression {
        @Override
        public Type type() {
            return Type.DATA;
        }
    }

    /// A number.
    record Numeral(Origin at, int value) implements Expression {
        @Override
        public Type type() {
            return Type.NUMBER;
        }
    }

    /// The value of an option in the client's packet, or, where `answer` is set, in the answer as
    /// far as it is made.
    record OptionValue(Origin at, OptionKey key, String name, boolean answer)
            implements Expression {
        @Override
        public Type type() {
            return Type.DATA;
        }
    }

    /// Whether the client's packet has an option.
    record Exists(Origin at, OptionKey key, String name) implements Expression {
        @Override
        public Type type() {
            return Type.TRUTH;
        }
    }

    /// A fact about the client, the packet or the lease.
    record Known(Origin at, Fact fact) implements Expression {
        @Override
        public Type type() {
            return fact.type();
        }
    }

    /// The addresses of a host name, four octets each, or, without a name, this machine's own name;
    /// found when the configuration was read, so that no packet waits for a name server. Empty
    /// where nothing was found: then it is undefined.
    record HostLookup(Origin at, String name, Octets found) implements Expression {
        @Override
        public Type type() {
            return Type.DATA;
        }
    }

    /// What is kept under a name.
    record Variable(Origin at, String name) implements Expression {
        @Override
        public Type type() {
            return Type.ANY;
        }
    }

    /// Whether anything is kept under a name.
    record Defined(Origin at, String name) implements Expression {
        @Override
        public Type type() {
            return Type.TRUTH;
        }
    }

    /// A function of the configuration's own.
    record Call(Origin at, String name, List<Expression> arguments) implements Expression {
        /// Takes a copy of the arguments.
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return Type.ANY;
        }
    }

    /// A function that is built in.
    record Apply(Origin at, Function function, List<Expression> arguments) implements Expression {
        /// Takes a copy of the arguments.
        public Apply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return function.type();
        }
    }

    /// Whether the client belongs to a class of a collection; dhcpd has only one, `default`.
    record Check(Origin at, String collection) implements Expression {
        @Override
        public Type type() {
            return Type.TRUTH;
        }
    }

    /// The opposite; undefined where the operand is.
    record Not(Origin at, Expression operand) implements Expression {
        @Override
        public Type type() {
            return Type.TRUTH;
        }
    }

    /// An operator between two operands.
    record Binary(Origin at, Operator operator, Expression left, Expression right)
            implements Expression {
        @Override
        public Type type() {
            return operator.type();
        }
    }
}
