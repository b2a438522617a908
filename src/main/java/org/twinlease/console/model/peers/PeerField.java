package org.twinlease.console.model.peers;

/// The items of a `failover peer` block that the form knows, in its order: the word of dhcpd.conf,
/// whose each is, what it is, and dhcpd's default (empty for none).
public enum PeerField {
    ADDRESS(
            "address",
            Whose.SERVER,
            Kind.ADDRESS,
            "",
            "peers.address",
            "peers.address.help",
            "peers.address.mistake"),
    PORT(
            "port",
            Whose.SERVER,
            Kind.PORT,
            "647",
            "peers.port",
            "peers.port.help",
            "peers.port.mistake"),
    SPLIT(
            "split",
            Whose.PRIMARY,
            Kind.BUCKETS,
            "",
            "peers.split",
            "peers.split.help",
            "peers.split.mistake"),
    HBA("hba", Whose.PRIMARY, Kind.HBA, "", "peers.hba", "peers.hba.help", "peers.hba.mistake"),
    BALANCE(
            "load balance max seconds",
            Whose.BOTH,
            Kind.SECONDS,
            "0",
            "peers.balance",
            "peers.balance.help",
            "peers.balance.mistake"),
    MCLT(
            "mclt",
            Whose.PRIMARY,
            Kind.SECONDS,
            "",
            "peers.mclt",
            "peers.mclt.help",
            "peers.mclt.mistake"),
    DELAY(
            "max-response-delay",
            Whose.BOTH,
            Kind.SECONDS,
            "20",
            "peers.delay",
            "peers.delay.help",
            "peers.delay.mistake"),
    UNACKED(
            "max-unacked-updates",
            Whose.BOTH,
            Kind.COUNT,
            "100",
            "peers.unacked",
            "peers.unacked.help",
            "peers.unacked.mistake"),
    AUTO_DOWN(
            "auto-partner-down",
            Whose.BOTH,
            Kind.SECONDS,
            "0",
            "peers.auto",
            "peers.auto.help",
            "peers.auto.mistake"),
    MISBALANCE(
            "max-lease-misbalance",
            Whose.BOTH,
            Kind.PERCENT,
            "15",
            "peers.misbalance",
            "peers.misbalance.help",
            "peers.misbalance.mistake"),
    OWNERSHIP(
            "max-lease-ownership",
            Whose.BOTH,
            Kind.PERCENT,
            "10",
            "peers.ownership",
            "peers.ownership.help",
            "peers.ownership.mistake"),
    MIN_BALANCE(
            "min-balance",
            Whose.BOTH,
            Kind.SECONDS,
            "60",
            "peers.least",
            "peers.least.help",
            "peers.least.mistake"),
    MAX_BALANCE(
            "max-balance",
            Whose.BOTH,
            Kind.SECONDS,
            "3600",
            "peers.most",
            "peers.most.help",
            "peers.most.mistake");

    /// Who has the item.
    public enum Whose {
        /// Each server its own, and its partner the same as `peer ...`.
        SERVER,
        /// Both, usually alike.
        BOTH,
        /// The primary alone; the secondary is told.
        PRIMARY
    }

    /// What a value is.
    public enum Kind {
        ADDRESS,
        PORT,
        SECONDS,
        COUNT,
        PERCENT,
        BUCKETS,
        HBA
    }

    public final String word;
    public final Whose whose;
    public final Kind kind;
    public final String otherwise;
    public final String label;
    public final String help;
    public final String mistake;

    PeerField(
            String word,
            Whose whose,
            Kind kind,
            String otherwise,
            String label,
            String help,
            String mistake) {
        this.word = word;
        this.whose = whose;
        this.kind = kind;
        this.otherwise = otherwise;
        this.label = label;
        this.help = help;
        this.mistake = mistake;
    }
}
