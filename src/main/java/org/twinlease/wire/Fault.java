package org.twinlease.wire;

/// What can be wrong with bytes from outside, with the words for people.
public enum Fault {
    TOO_SHORT("shorter than a BOOTP header of 236 octets"),
    TOO_LONG("longer than any packet that is accepted"),
    BAD_OP("op is neither BOOTREQUEST nor BOOTREPLY"),
    BAD_HARDWARE_LENGTH("hlen is above 16"),
    OPTION_OVERRUN("an option is longer than the space that holds it"),
    BAD_OVERLOAD("option overload is not 1, 2 or 3"),
    BAD_OPTION_LENGTH("an option has a length that its type cannot have"),
    BAD_MESSAGE_LENGTH("the length of a failover message is not 12 to 2048, or not its own"),
    CUT_OFF("the message ends before its length says so"),
    BAD_PAYLOAD_OFFSET("the options begin inside the header or after the end"),
    UNKNOWN_TYPE_WITH_OPTIONS("a message type above 12 comes with options"),
    OPTION_CUT_OFF("an option is longer than what is left of the message"),
    DUPLICATE_OPTION("an option stands there twice"),
    BAD_OPTION_SIZE("an option has a size that a failover partner does not take"),
    BAD_STARTUP("what comes first is not the startup of OMAPI, version 100"),
    UNKNOWN_OPERATION("OMAPI has no operation of that number"),
    BAD_SIGNATURE_LENGTH("no signature of OMAPI has that length");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /// What is wrong, in words.
    public String words() {
        return words;
    }
}
