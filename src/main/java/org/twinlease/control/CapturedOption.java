package org.twinlease.control;

/// An option of a message between the servers of a pair: its number, the draft's name, the length
/// of its data, and the data in the form that its shape has.
public record CapturedOption(int code, String name, int length, Value value) {

    /// What an option says.
    public sealed interface Value {

        /// An unsigned number.
        record Unsigned(long number) implements Value {}

        /// A text, an address, a state's word with its number, or octets in hexadecimal.
        record Text(String text) implements Value {}

        /// A hardware type and an address.
        record Hardware(int type, String address) implements Value {}
    }
}
