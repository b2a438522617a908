package org.twinlease.drill.script;

/// What may be set of the demo pair after `pair demo with`, and what holds when it is not.
public enum Setting {
    /// Seconds of a lease.
    LEASE("lease", true, 3600, 60, 604_800, "default-lease-time and max-lease-time"),

    /// Addresses a network.
    ADDRESSES(
            "addresses", false, 250, 1, 50_000, "how many addresses the pool of each network has"),

    /// Addresses a network at the secondary, where its pools are not the primary's.
    ADDRESSES_OF_B(
            "addresses-of-b", false, 0, 0, 50_000, "the same at B alone; 0: as many as at A"),

    /// Maximum client lead time.
    MCLT("mclt", true, 1800, 1, 604_800, "what a server may promise beyond what its partner knows"),

    /// Which clients are the primary's.
    SPLIT("split", false, 128, 0, 256, "how many of 256 hash buckets are the primary's"),

    /// When a silent partner is given up.
    MAX_RESPONSE_DELAY(
            "max-response-delay", true, 60, 1, 3600, "when a silent partner is given up"),

    /// The window of updates.
    MAX_UNACKED_UPDATES(
            "max-unacked-updates", false, 10, 1, 1000, "how many updates may be unanswered"),

    /// When the other server's clients are served.
    LOAD_BALANCE_MAX_SECONDS(
            "load-balance-max-seconds",
            true,
            3,
            0,
            255,
            "how long a client tries before the other server answers too"),

    /// When a server declares its partner down by itself.
    AUTO_PARTNER_DOWN(
            "auto-partner-down",
            true,
            0,
            0,
            604_800,
            "when a silent partner counts as down; 0s: never"),

    /// How uneven free addresses may be.
    MAX_LEASE_MISBALANCE(
            "max-lease-misbalance", false, 15, 0, 100, "percent by which the shares may differ"),

    /// How uneven free addresses are kept to give clients their old ones.
    MAX_LEASE_OWNERSHIP(
            "max-lease-ownership",
            false,
            10,
            0,
            100,
            "percent that stay for the sake of old clients");

    private final String word;
    private final boolean time;
    private final long usual;
    private final long least;
    private final long most;
    private final String meaning;

    Setting(String word, boolean time, long usual, long least, long most, String meaning) {
        this.word = word;
        this.time = time;
        this.usual = usual;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /// How dhcpd.conf spells it, where it does.
    public String word() {
        return word;
    }

    /// Whether it is a span of time.
    public boolean isTime() {
        return time;
    }

    /// Whether it is a number of percent.
    boolean isPercent() {
        return this == MAX_LEASE_MISBALANCE || this == MAX_LEASE_OWNERSHIP;
    }

    /// What holds when nothing is said.
    public long usual() {
        return usual;
    }

    /// The least that it may be.
    public long least() {
        return least;
    }

    /// The most that it may be.
    public long most() {
        return most;
    }

    /// What it is, in a few words.
    public String meaning() {
        return meaning;
    }

    /// A value as it is written.
    public String write(long value) {
        return time ? Times.words(value) : String.valueOf(value);
    }

    /// Whether it is a setting of the `failover peer` block.
    public boolean isPeers() {
        return this != LEASE && this != ADDRESSES && this != ADDRESSES_OF_B;
    }
}
