package org.twinlease.drill.script;

import org.jspecify.annotations.Nullable;

/// Everything that can be done to a twin, with its sentence and what it means. What has an end
/// (`for 10m`) names the deed that undoes it.
public enum Deed {
    /// The process of a server dies.
    KILL("kill SERVER", "The process dies; what it has written to its disk is still there."),

    /// The machine of a server loses power.
    POWER_OFF("power off SERVER", "The machine loses power: its system says good-bye to nobody."),

    /// A server is stopped in good order.
    STOP("stop SERVER", "The process is stopped in good order, as by SIGTERM."),

    /// A server is started.
    START("start SERVER", "The process is started on what its disk has kept."),

    /// Nothing passes between the servers.
    CUT_LINK("cut link", "Nothing passes between the two servers; clients still reach both."),

    /// The path between the servers is whole again.
    HEAL_LINK("heal link", "The path between the two servers is whole again."),

    /// No client reaches a server.
    CUT_CLIENTS(
            "cut clients of SERVER", "No packet of a client reaches the server, or comes back."),

    /// Clients reach a server again.
    HEAL_CLIENTS("heal clients of SERVER", "Clients reach the server again."),

    /// A firewall blocks the failover port of a server.
    BLOCK_PORT(
            "block port on SERVER",
            "A firewall drops what goes to the server's failover port (TCP 647)."),

    /// The port is open again.
    OPEN_PORT("open port on SERVER", "The firewall lets it pass again."),

    /// The clock of a server is wrong.
    SKEW(
            "skew SERVER TIME",
            "The wall clock is set so far ahead of the right time; 0s sets it right."),

    /// The disk of a server is full.
    FILL_DISK("disk of SERVER full", "The disk has no room left, so no lease can be written."),

    /// The disk of a server fails.
    BREAK_DISK("disk of SERVER broken", "The disk refuses every operation."),

    /// The disk of a server is well.
    MEND_DISK("disk of SERVER mended", "The disk has room and works again."),

    /// A server is slow.
    SLOW("slow SERVER TIME", "Everything takes so much longer, as on a slow disk; 0s ends it."),

    /// A server goes back to an old state of its disk.
    RESTORE(
            "restore SERVER from MOMENT",
            "The disk is set back to what it held then, as by a machine's snapshot. A server that"
                    + " runs dies first and is started a minute later."),

    /// A server loses its lease file.
    LOSE_LEASES(
            "lose leases of SERVER",
            "The disk is empty. A server that runs dies first and is started a minute later."),

    /// An operator declares the partner down as of a moment.
    PARTNER_DOWN_AS_OF(
            "operator: partner-down on SERVER as of MOMENT",
            "An operator tells the server that its partner has been down since then."),

    /// An operator declares the partner down.
    PARTNER_DOWN(
            "operator: partner-down on SERVER",
            "An operator tells the server that its partner is down as of now."),

    /// An operator has free addresses divided.
    REBALANCE("operator: rebalance on SERVER", "The free addresses are divided now."),

    /// An operator pauses a server.
    PAUSE("operator: pause on SERVER", "The server stops serving for a while (PAUSED)."),

    /// An operator shuts a server down.
    SHUT_DOWN(
            "operator: shutdown on SERVER",
            "The server stops serving for long and the partner takes over (SHUTDOWN)."),

    /// An operator resumes a server.
    RESUME("operator: resume on SERVER", "The server serves again."),

    /// An operator asks for everything.
    FULL_UPDATE("operator: full-update on SERVER", "Everything is asked of the partner."),

    /// An operator sends a server to RECOVER.
    RECOVER(
            "operator: recover on SERVER",
            "The server's leases are taken for lost and fetched from the partner (RECOVER)."),

    /// Everybody comes back at once.
    STORM("restart all clients", "All clients that are on are switched off and on in one moment."),

    /// New clients come.
    ARRIVE("NUMBER new clients a minute", "From now on so many new clients come a minute."),

    /// Everything is mended.
    HEAL("heal", "Everything that is broken is mended, and servers that are down are started.");

    private final String sentence;
    private final String meaning;

    Deed(String sentence, String meaning) {
        this.sentence = sentence;
        this.meaning = meaning;
    }

    Phrase phrase() {
        return new Phrase(sentence);
    }

    /// The sentence with its gaps in capitals, such as `kill SERVER`.
    public String sentence() {
        return sentence;
    }

    /// What it does, in a sentence.
    public String meaning() {
        return meaning;
    }

    /// What undoes it, null where nothing does.
    @Nullable Deed undo() {
        return switch (this) {
            case KILL, POWER_OFF, STOP -> START;
            case CUT_LINK -> HEAL_LINK;
            case CUT_CLIENTS -> HEAL_CLIENTS;
            case BLOCK_PORT -> OPEN_PORT;
            case FILL_DISK, BREAK_DISK -> MEND_DISK;
            case PAUSE, SHUT_DOWN -> RESUME;
            case SKEW -> SKEW;
            case SLOW -> SLOW;
            default -> null;
        };
    }

    /// Whether an operator orders it of a server's program, rather than that it happens to it.
    public boolean isOrder() {
        return sentence().startsWith("operator:");
    }
}
