package org.twinlease.console.model.calculator;

import java.util.ArrayList;
import java.util.List;

/// The numbers of a pair: lease time and MCLT in seconds, the primary's buckets of 256, how long
/// after the loss of a server a person orders partner-down (seconds), addresses, clients that have
/// one, and how many new ones come in an hour.
record PairNumbers(
        long lease,
        long mclt,
        int split,
        long ordered,
        long addresses,
        long clients,
        double arrivals) {

    private static final double BUCKETS = 256;
    private static final double HOUR = 3_600;

    /// A new client leads to an update when it comes, when it gets its full lease, and at its end.
    private static final int UPDATES_OF_A_CLIENT = 3;

    /// Renewals a second at a lease time: clients renew at half of it.
    double renewals(double leaseTime) {
        return clients / (leaseTime / 2);
    }

    /// The primary's share of the clients.
    double share() {
        return split / BUCKETS;
    }

    /// Updates a second between the servers at a lease time.
    double updates(double leaseTime) {
        return renewals(leaseTime) + UPDATES_OF_A_CLIENT * arrivals / HOUR;
    }

    /// How long each of a client's first leases is: no server promises more than MCLT beyond what
    /// its partner has confirmed, and before the first renewal that is nothing.
    List<Double> leases(int count, boolean connected) {
        double first = Math.min(lease, mclt);
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i < count; i++) lengths.add(i == 0 || !connected ? first : lease);
        return lengths;
    }

    /// Free addresses of each server, which are divided evenly.
    long own() {
        return Math.max(0, addresses - clients) / 2;
    }

    /// When the lost server's addresses are open too, in seconds after the loss.
    long opens() {
        return ordered + mclt;
    }

    /// What is left for new clients some seconds after the loss of a server; nothing is below
    /// nothing.
    double left(double seconds) {
        double gone = arrivals * seconds / HOUR;
        double mine = Math.max(0, own() - gone);
        if (seconds < opens()) return mine;
        // Whoever found nothing before that time has not used anything up.
        double used = Math.min((double) own(), arrivals * opens() / HOUR);
        double since = arrivals * (seconds - opens()) / HOUR;
        return Math.max(0, 2 * own() - used - since);
    }

    /// For how many seconds the survivor's own free addresses last; -1 for ever.
    double lasts() {
        return arrivals <= 0 ? -1 : own() * HOUR / arrivals;
    }
}
