package org.twinlease.console.view;

import org.twinlease.console.model.ConsoleSession;

/// Every page of the console, in the order of the rail: the one list that the rail, the keys, the
/// snapshots and the tests walk. The row's name in lower case is its FXML file; Ctrl and the number
/// of the row opens it.
public enum Pages {
    OVERVIEW("fth-activity", "rail.monitor", "page.overview", "page.overview.subtitle"),
    PAIR("fth-link", "rail.monitor", "page.pair", "page.pair.subtitle", false),
    POOLS("fth-layers", "rail.monitor", "page.pools", "page.pools.subtitle", false),
    LEASES("fth-list", "rail.monitor", "page.leases", "page.leases.subtitle"),
    LIVE("fth-radio", "rail.monitor", "page.live", "page.live.subtitle", false),
    TIMELINE("fth-clock", "rail.monitor", "page.timeline", "page.timeline.subtitle", false),
    PEERS("fth-git-merge", "rail.configure", "page.peers", "page.peers.subtitle", false),
    CONFIG("fth-sliders", "rail.configure", "page.config", "page.config.subtitle", false),
    REVIEW("fth-check-square", "rail.configure", "page.review", "page.review.subtitle", false),
    DRILL("fth-film", "rail.configure", "page.drill", "page.drill.subtitle", false),
    LIVEDRILL("fth-zap", "rail.configure", "page.livedrill", "page.livedrill.subtitle", false),
    CALCULATOR(
            "fth-trending-up",
            "rail.configure",
            "page.calculator",
            "page.calculator.subtitle",
            false),
    HEALTH("fth-heart", "rail.configure", "page.health", "page.health.subtitle", false),
    CHANGES("fth-rotate-ccw", "rail.configure", "page.changes", "page.changes.subtitle", false),
    SETTINGS("fth-settings", "rail.configure", "page.settings", "page.settings.subtitle");

    public final String icon;
    public final String group;
    public final String title;
    public final String subtitle;

    /// Whether the page shows one server, so that there is a choice which.
    public final boolean ofOneServer;

    Pages(String icon, String group, String title, String subtitle) {
        this(icon, group, title, subtitle, true);
    }

    Pages(String icon, String group, String title, String subtitle, boolean ofOneServer) {
        this.icon = icon;
        this.group = group;
        this.title = title;
        this.subtitle = subtitle;
        this.ofOneServer = ofOneServer;
    }

    /// The digit that opens it together with Ctrl; 0 is the tenth, and -1 for those behind it.
    public int digit() {
        int number = ordinal() + 1;
        return number < 10 ? number : number == 10 ? 0 : -1;
    }

    /// Whether there is something for the page to show in a session: files have no traffic, and not
    /// every server's files are to be had.
    public boolean isFor(ConsoleSession session) {
        return switch (this) {
            case OVERVIEW, PAIR, LIVE, TIMELINE, LIVEDRILL -> session.mode().isLive();
            case POOLS, LEASES -> session.mode() != ConsoleSession.Mode.FILES;
            case HEALTH -> session.mode().isLive() || session.documents() != null;
            case PEERS, CONFIG, REVIEW -> session.documents() != null;
            case DRILL, CALCULATOR, CHANGES, SETTINGS -> true;
        };
    }

    /// Whether the page shows one relationship and has no choice of its own which.
    public boolean isOfOneRelationship() {
        return this == LIVE || this == TIMELINE;
    }

    /// What a session begins with.
    public static Pages first(ConsoleSession session) {
        for (Pages page : values()) if (page.isFor(session)) return page;
        return SETTINGS;
    }
}
