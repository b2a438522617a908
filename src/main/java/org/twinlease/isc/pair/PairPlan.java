package org.twinlease.isc.pair;

import org.twinlease.value.Ip4;

/// What a failover pair is to be like: the name of the relation, both servers, and the numbers of
/// `spec/dhcpd-conf.md` 12.4. Times are in seconds; `split` counts the primary's buckets of 256.
public record PairPlan(
        String name, Ip4 primary, Ip4 secondary, int port, long mclt, int split, Timers timers) {

    /// What each server has for itself: its patience, how many updates it takes unanswered, and how
    /// long it leaves the other's clients to the other.
    public record Timers(long responseDelay, long unackedUpdates, long balanceSeconds) {

        /// What is safe nearly everywhere.
        public static final Timers USUAL = new Timers(60, 10, 3);
    }

    /// The declaration as one of the servers has it, with what each item is for.
    String declaration(boolean asPrimary) {
        var text = new StringBuilder();
        text.append(
                "# Both servers declare this relation under the same name; role and addresses\n");
        text.append("# cross over. TCP port ").append(port).append(" has to be open both ways.\n");
        text.append("failover peer \"").append(name).append("\" {\n");
        item(text, asPrimary ? "primary" : "secondary");
        item(text, "address " + (asPrimary ? primary : secondary));
        item(text, "port " + port);
        item(text, "peer address " + (asPrimary ? secondary : primary));
        item(text, "peer port " + port);
        text.append("\t# Silence of this length is taken for the partner's death.\n");
        item(text, "max-response-delay " + timers.responseDelay());
        item(text, "max-unacked-updates " + timers.unackedUpdates());
        text.append(
                "\t# After this long without an answer a client of the other's share is served.\n");
        item(text, "load balance max seconds " + timers.balanceSeconds());
        if (asPrimary) {
            text.append("\t# How far a lease may run ahead of what the partner knows.\n");
            item(text, "mclt " + mclt);
            text.append("\t# The primary's share of the clients, of 256.\n");
            item(text, "split " + split);
        }
        return text.append("}").toString();
    }

    private static void item(StringBuilder text, String item) {
        text.append('\t').append(item).append(";\n");
    }
}
