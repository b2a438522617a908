package org.twinlease.failover;

/// The numbers of a balance run in one pool (`spec/failover-protocol.md` section 9): how many free
/// addresses a server has too many of, and when it looks again. Divisions are toward zero, as
/// dhcpd's are.
record Balance(int lts, int thresh, int hold, int panic) {

    /// Of a pool with so many free addresses of one's own and of the partner's.
    static Balance of(long own, long partners, Terms.Shares shares) {
        long total = own + partners;
        int thresh = (int) ((total * shares.misbalance() + 50) / 100);
        int hold = (int) ((total * shares.ownership() + 50) / 100);
        return new Balance(
                (int) ((own - partners) / 2), thresh, hold, thresh == 0 ? -1 : -2 * thresh);
    }

    /// Whether the partner has so many more that it is to be asked for some.
    boolean isPanic() {
        return lts < panic;
    }

    /// Whether more are left than the configuration tolerates.
    boolean isImbalanced() {
        return lts > thresh;
    }

    /// Whether an address of a client that hashes to the partner is given now.
    boolean givesPartners() {
        return lts > -hold;
    }

    /// Whether any other address is given now.
    boolean givesAny(boolean neverUsed) {
        return neverUsed ? lts > 0 : lts > hold;
    }

    /// After a gift.
    Balance less() {
        return new Balance(lts - 1, thresh, hold, panic);
    }

    /// How many seconds from now the pool is looked at again, without the random part. The ages are
    /// those of the oldest FREE and BACKUP address (0: none), `sinceLast` is since the last run
    /// (-1: none).
    static long delay(
            boolean primary, long freeAge, long backupAge, long sinceLast, Terms.Shares shares) {
        long free = (freeAge * shares.misbalance() + 50) / 100;
        long backup = (backupAge * shares.misbalance() + 50) / 100;
        if (primary) free *= 2;
        else backup *= 2;
        long delay = Math.min(Math.min(free, backup), shares.maxBalance());
        if (sinceLast >= 0) delay = Math.max(delay, shares.minBalance() - sinceLast);
        return Math.max(0, delay);
    }
}
