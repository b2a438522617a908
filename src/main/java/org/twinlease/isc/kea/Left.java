package org.twinlease.isc.kea;

/// Something that did not go into a Kea configuration: whose it is (`pool 10.0.0.10 - 10.0.0.99`,
/// `class "phones"`), what it is in the words of dhcpd.conf, and what can be done about it.
public record Left(String where, String what, String remedy) {

    @Override
    public String toString() {
        return where + ": " + what + ". " + remedy;
    }
}
