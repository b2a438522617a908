package org.twinlease.lab;

import org.twinlease.value.Ip4;

/// What a client of a [Crowd] has to complain of. Times are those of `System.nanoTime()`.
///
/// @param server that gave the address, or refused it
/// @param granted when the address was acknowledged last
/// @param since when it began to ask; of an address that two have, when the second one got it
/// @param until when it lost the address, was refused it or got one; of an address that two have,
///   when the first one's lease ends
/// @param other the client that has the address too, 0 for none
record Complaint(
        What what,
        int client,
        Ip4 address,
        Ip4 server,
        long granted,
        long since,
        long until,
        int other) {

    enum What {
        /// Its lease ended while it asked in vain.
        LOST,
        /// A server said no while the lease was valid.
        REFUSED,
        /// It waited long for an address.
        WAITED,
        /// Somebody else has its address.
        DOUBLED
    }

    @Override
    public String toString() {
        double seconds = (until - since) / 1e9;
        return switch (what) {
            case LOST ->
                    "client %d lost %s: nobody renewed it in %.1f s, %s gave it %.1f s before that"
                            .formatted(client, address, seconds, server, (since - granted) / 1e9);
            case REFUSED ->
                    "client %d was refused %s by %s, %.1f s after it was given"
                            .formatted(client, address, server, (until - granted) / 1e9);
            case WAITED ->
                    "client %d waited %.1f s, and got %s from %s"
                            .formatted(client, seconds, address, server);
            case DOUBLED ->
                    "%s was given to client %d by %s, and client %d had it for %.1f s more"
                            .formatted(address, client, server, other, seconds);
        };
    }
}
