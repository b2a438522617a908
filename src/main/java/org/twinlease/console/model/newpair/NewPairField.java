package org.twinlease.console.model.newpair;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.peers.PeerField;

/// What can be typed into the wizard: on which of its pages, with what to begin, under which words,
/// and which item of the relationship says what it leads to (null for none).
public enum NewPairField {
    NAME(0, "fo", "newpair.name"),
    FIRST(0, "dhcp-a", "newpair.first"),
    FIRST_ADDRESS(0, "", "newpair.first.address"),
    SECOND(0, "dhcp-b", "newpair.second"),
    SECOND_ADDRESS(0, "", "newpair.second.address"),
    PORT(0, "647", "newpair.port", PeerField.PORT),
    BASE(1, "", "newpair.base"),
    LEASE(1, "8h", "newpair.lease"),
    SPLIT(2, "128", "newpair.split", PeerField.SPLIT),
    BALANCE(2, "3", "newpair.balance", PeerField.BALANCE),
    MCLT(2, "", "newpair.mclt", PeerField.MCLT),
    DELAY(2, "60", "newpair.delay", PeerField.DELAY),
    UNACKED(2, "10", "newpair.unacked", PeerField.UNACKED),
    FIRST_FILE(4, "", "newpair.first.file"),
    SECOND_FILE(4, "", "newpair.second.file");

    /// The page that it stands on, the first is 0.
    public final int page;

    /// What it is called.
    public final String label;

    /// The item of the relationship that it gives.
    public final @Nullable PeerField item;

    final String begin;

    NewPairField(int page, String begin, String label) {
        this(page, begin, label, null);
    }

    NewPairField(int page, String begin, String label, @Nullable PeerField item) {
        this.page = page;
        this.begin = begin;
        this.label = label;
        this.item = item;
    }
}
