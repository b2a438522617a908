package org.twinlease.console.model;

/// What a person is led through step by step.
public enum Wizard {
    /// The partner is down: what is safe, and telling the server so.
    PARTNER_DOWN,
    /// The partner is repaired: what it will do, and its way to NORMAL.
    BRING_BACK,
    /// One server leaves in order, and comes back.
    MAINTENANCE,
    /// One server has lost its leases and fetches them from the other.
    REBUILD,
    /// Both served alone: who keeps which address.
    CONFLICT,
    /// A server that stands alone becomes half of a pair.
    JOIN,
    /// One server goes on alone, the other leaves for good.
    LEAVE,
    /// Primary and secondary change places.
    SWAP;

    /// Whether it is about a pair that there is, and not one to be made.
    public boolean isOfPair() {
        return this != JOIN;
    }

    /// Its name on buttons.
    public String label() {
        return switch (this) {
            case PARTNER_DOWN -> Text.of("wizard.down.button");
            case BRING_BACK -> Text.of("wizard.back.button");
            case MAINTENANCE -> Text.of("wizard.work.button");
            case REBUILD -> Text.of("wizard.rebuild.button");
            case CONFLICT -> Text.of("wizard.conflict.button");
            case JOIN -> Text.of("wizard.join.button");
            case LEAVE -> Text.of("wizard.leaving.button");
            case SWAP -> Text.of("wizard.swap.button");
        };
    }
}
