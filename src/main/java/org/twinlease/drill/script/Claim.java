package org.twinlease.drill.script;

/// What a drill may expect of its outcome, with its sentence.
public enum Claim {
    /// A server is in a state at a moment.
    STATE_AT("SERVER is STATE at MOMENT", "The failover state that the server is in then."),

    /// Both are in NORMAL at a moment.
    NORMAL_BY("both are normal by MOMENT", "Both servers are in NORMAL then."),

    /// Both are in NORMAL so long after the last act.
    NORMAL_WITHIN(
            "both are normal within TIME",
            "Both servers are in NORMAL so long after the last act of the drill, for good."),

    /// Nobody waits.
    WAIT("nobody waits longer than TIME", "No client is without an answer for longer."),

    /// Nobody new waits.
    WAIT_NEW(
            "no new client waits longer than TIME",
            "No client that has no address is without an answer for longer."),

    /// Nobody who renews waits.
    WAIT_RENEWING(
            "no renewing client waits longer than TIME",
            "No client that goes on with its address is without an answer for longer."),

    /// Somebody waits, which is what the drill shows.
    SOMEBODY_WAITS("somebody waits longer than TIME", "The drill shows how long the wait is."),

    /// No address is with two clients.
    NOT_DOUBLED(
            "no address is doubled",
            "No address is with a client while another has a lease of it. Expected of every drill"
                    + " that does not say otherwise."),

    /// Some address is with two clients, which is what the drill shows.
    DOUBLED("some address is doubled", "The drill shows how addresses get doubled."),

    /// No renewal is refused.
    NOT_REFUSED("no renewal is refused", "No client is told to give up its address."),

    /// Not many are refused.
    FEW_REFUSED("at most NUMBER renewals are refused", "So many clients may be told so."),

    /// Some renewal is refused, which is what the drill shows.
    REFUSED("some renewal is refused", "The drill shows how clients are told so."),

    /// Nobody loses an address for want of an answer.
    NOT_ENDED("nobody loses an address", "No lease ends while its client asks to go on with it."),

    /// Somebody does, which is what the drill shows.
    ENDED("somebody loses an address", "The drill shows how leases end unanswered."),

    /// No lease is forgotten.
    NOT_LOST(
            "no lease is lost",
            "At the end, every lease that a client counts on is known to a server, or on the disk"
                    + " of one that is down. Expected of every drill that does not say otherwise."),

    /// Some lease is forgotten, which is what the drill shows.
    LOST("some lease is lost", "The drill shows how leases are forgotten."),

    /// Enough addresses are left.
    LEFT(
            "at least NUMBER addresses are left on SERVER",
            "At its lowest, the server still has so many free addresses that it may give."),

    /// Everybody is served.
    SERVED("everybody is served at MOMENT", "Every client that is on has its address then."),

    /// Nearly everybody is served.
    FEW_UNSERVED(
            "at most NUMBER clients are without an address at MOMENT",
            "So many clients that are on may be without an address then."),

    /// Some are not served, which is what the drill shows.
    UNSERVED(
            "at least NUMBER clients are without an address at MOMENT",
            "The drill shows how many clients are left without."),

    /// Nobody waits for MCLT.
    NO_MCLT(
            "nobody waits for mclt",
            "No client goes without an answer because an address may not be given before MCLT has"
                    + " passed."),

    /// Somebody waits for MCLT, which is what the drill shows.
    MCLT("somebody waits for mclt", "The drill shows who waits for MCLT.");

    private final String sentence;
    private final String meaning;

    Claim(String sentence, String meaning) {
        this.sentence = sentence;
        this.meaning = meaning;
    }

    Phrase phrase() {
        return new Phrase(sentence);
    }

    /// The sentence with its gaps in capitals.
    public String sentence() {
        return sentence;
    }

    /// What it says, in a sentence.
    public String meaning() {
        return meaning;
    }

    /// Whether it is about a moment of the drill.
    public boolean isMoment() {
        return sentence().endsWith("MOMENT");
    }
}
