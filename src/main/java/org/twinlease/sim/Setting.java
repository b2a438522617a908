package org.twinlease.sim;

/// Everything that a [SimWorld] is made from; equal settings run alike. There is one wire with the
/// server on it and one behind each relay; clients are spread over them in turn, and `poolSize`
/// addresses are for each. Clients go off, come back, move and leave every `changeEvery` seconds on
/// average, or only when told where that is 0. Every `checkEvery`th ACK is held against the disk.
public record Setting(
        long seed,
        int clients,
        int relays,
        int poolSize,
        long leaseSeconds,
        boolean pingCheck,
        long changeEvery,
        int checkEvery,
        Faults faults) {

    /// Checks the bounds: a wire has 10.N.1.0 and up.
    public Setting {
        if (clients < 0 || relays < 0 || relays > 200 || poolSize < 1 || poolSize > 50_000) {
            throw new IllegalArgumentException("no such world");
        }
    }

    /// A few clients on one wire, where nothing goes wrong and nothing happens unless told.
    public static Setting of(long seed) {
        return new Setting(seed, 3, 0, 50, 600, false, 0, 1, Faults.NONE);
    }

    /// With so many clients on the wire and behind relays.
    public Setting withClients(int count, int behindRelays) {
        return new Setting(
                seed,
                count,
                behindRelays,
                poolSize,
                leaseSeconds,
                pingCheck,
                changeEvery,
                checkEvery,
                faults);
    }

    /// With so many addresses a wire, and leases of so many seconds.
    public Setting withPools(int size, long seconds) {
        return new Setting(
                seed, clients, relays, size, seconds, pingCheck, changeEvery, checkEvery, faults);
    }

    /// With a ping before each offer.
    public Setting withPingCheck() {
        return new Setting(
                seed,
                clients,
                relays,
                poolSize,
                leaseSeconds,
                true,
                changeEvery,
                checkEvery,
                faults);
    }

    /// With clients that come and go.
    public Setting withChangeEvery(long seconds) {
        return new Setting(
                seed,
                clients,
                relays,
                poolSize,
                leaseSeconds,
                pingCheck,
                seconds,
                checkEvery,
                faults);
    }

    /// With only every so manyth ACK held against the disk.
    public Setting withCheckEvery(int acks) {
        return new Setting(
                seed,
                clients,
                relays,
                poolSize,
                leaseSeconds,
                pingCheck,
                changeEvery,
                acks,
                faults);
    }

    /// With troubles.
    public Setting withFaults(Faults troubles) {
        return new Setting(
                seed,
                clients,
                relays,
                poolSize,
                leaseSeconds,
                pingCheck,
                changeEvery,
                checkEvery,
                troubles);
    }
}
