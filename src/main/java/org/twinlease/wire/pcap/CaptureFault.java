package org.twinlease.wire.pcap;

/// What can be wrong with the octets of a capture file, with the words for people.
public enum CaptureFault {
    NOT_A_CAPTURE("is neither a pcap nor a pcapng file"),
    BAD_RECORD("has a packet record that claims more than any packet can have"),
    BAD_BLOCK("has a pcapng block whose lengths do not fit together"),
    UNKNOWN_INTERFACE("has a packet of an interface that it does not describe"),
    TOO_MANY_INTERFACES("describes more interfaces than any machine has"),
    CUT_OFF("ends in the middle of a packet");

    private final String words;

    CaptureFault(String words) {
        this.words = words;
    }

    /// What is wrong, as the rest of a sentence that begins with the file's name.
    public String words() {
        return words;
    }
}
