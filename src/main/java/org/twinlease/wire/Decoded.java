package org.twinlease.wire;

/// The outcome of decoding bytes from outside: a message, or what is wrong with it and at which
/// octet. Decoders return it for any input and throw for none.
public sealed interface Decoded<T> {

    /// The bytes are a message.
    record Ok<T>(T message) implements Decoded<T> {}

    /// The bytes are none: the fault and the offset at which it was noticed.
    record Bad<T>(Fault fault, int at) implements Decoded<T> {}
}
