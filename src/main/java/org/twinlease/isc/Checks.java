package org.twinlease.isc;

import java.util.Locale;

/// What dhcpd refuses only when everything has been read: failover peers without pools, a key for
/// OMAPI that nobody declares.
final class Checks {
    private final Draft draft;
    private final Report report;

    Checks(Draft draft, Report report) {
        this.draft = draft;
        this.report = report;
    }

    void run() {
        // A reference that could not be read is no missing reference.
        if (report.errors() == 0) peers();
        if (report.errors() == 0) omapiKey();
        if (report.errors() == 0) draft.atStart.forEach(report::add);
    }

    private void peers() {
        draft.peers.forEach(
                (name, peer) -> {
                    if (draft.referredPeers.contains(name)) return;
                    report.error(
                            peer.where().tree(),
                            peer.where().token(),
                            "failover-peer-unused",
                            "No pool refers to the failover peer \"" + name + "\".",
                            "Write 'failover peer \""
                                    + name
                                    + "\";' in a pool; a reference in a"
                                    + " shared network does not count.");
                });
    }

    private void omapiKey() {
        Draft.Named named = draft.omapiKey;
        if (named == null || draft.keys.contains(named.name().toLowerCase(Locale.ROOT))) return;
        report.error(
                named.where().tree(),
                named.where().token(),
                "unknown-key",
                "No key " + named.name() + " is declared.",
                Spelling.guess(named.name(), draft.keys, "Declare it."));
    }
}
