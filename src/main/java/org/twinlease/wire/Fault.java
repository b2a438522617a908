package org.twinlease.wire;

/// What can be wrong with bytes from outside, with the words for people.
public enum Fault {
    TOO_SHORT("shorter than a BOOTP header of 236 octets"),
    TOO_LONG("longer than any packet that is accepted"),
    BAD_OP("op is neither BOOTREQUEST nor BOOTREPLY"),
    BAD_HARDWARE_LENGTH("hlen is above 16"),
    OPTION_OVERRUN("an option is longer than the space that holds it"),
    BAD_OVERLOAD("option overload is not 1, 2 or 3"),
    BAD_OPTION_LENGTH("an option has a length that its type cannot have");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /// What is wrong, in words.
    public String words() {
        return words;
    }
}
