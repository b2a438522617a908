package org.twinlease.cli.lines;

import org.twinlease.control.AlarmView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.control.ServerView;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A server's status for people, with ages in place of bare times.
public final class StatusText {

    private StatusText() {}

    /// The status, a line each.
    public static List<String> of(Status status) {
        List<String> lines = new ArrayList<>();
        ServerView server = status.server();
        long now = status.nowMillis();
        if (server.isDhcpd()) lines.add(server.name() + ", " + server.version() + ", by its OMAPI");
        else own(lines, server, now);
        for (AlarmView alarm : server.alarms()) {
            lines.add(
                    "! %s (%s)  %s"
                            .formatted(
                                    Sentences.sentence(alarm),
                                    age(now - alarm.atMillis()),
                                    Sentences.advice(alarm.type())));
        }
        for (FailoverView pair : status.pairs()) {
            if (server.isDhcpd()) dhcpdsPair(lines, pair, now);
            else pair(lines, pair, now);
        }
        pools(lines, status.pools());
        return lines;
    }

    private static void own(List<String> lines, ServerView server, long now) {
        lines.add(
                "%s, Twinlease %s, up %s, serves %s"
                        .formatted(
                                server.name(),
                                server.version(),
                                Sentences.duration((now - server.startedMillis()) / 1000),
                                String.join(" ", server.listening())));
        lines.add(
                server.diskOk()
                        ? server.leases() + " active leases in " + server.dataFolder()
                        : "THE DISK REFUSES WRITES: no lease is given or renewed");
    }

    /// This server's own state: startup until the partner was heard.
    public static String mine(FailoverView pair) {
        return pair.starting() ? "startup" : pair.state().word();
    }

    /// What a dhcpd tells of a relationship; not whether it is connected, nor why.
    private static void dhcpdsPair(List<String> lines, FailoverView pair, long now) {
        head(lines, pair, now);
        lines.add(
                "  updates      %d under way; it takes %d unanswered ones"
                        .formatted(pair.link().inFlight(), pair.link().window()));
    }

    /// Who it is, and both states.
    private static void head(List<String> lines, FailoverView pair, long now) {
        lines.add("");
        lines.add(
                "failover peer \"%s\", this is the %s, mclt %s"
                        .formatted(
                                pair.name(),
                                pair.primary() ? "primary" : "secondary",
                                Sentences.duration(pair.mclt())));
        lines.add(
                "  this server  %-26s since %s"
                        .formatted(mine(pair), since(pair.since() * 1000, now)));
        lines.add("               " + Sentences.of(pair.why()));
        lines.add(
                "  partner      %-26s since %s"
                        .formatted(pair.partner().word(), since(pair.partnerSince() * 1000, now)));
    }

    private static void pair(List<String> lines, FailoverView pair, long now) {
        FailoverView.Link link = pair.link();
        head(lines, pair, now);
        lines.add("  connection   " + connection(link, now));
        if (link.trouble() != null) lines.add("               " + Sentences.of(link.trouble()));
        lines.add(
                "  updates      %d unacknowledged, %d of %d under way; %d taken, %d acknowledged, %d refused"
                        .formatted(
                                link.unacknowledged(),
                                link.inFlight(),
                                link.window(),
                                link.taken(),
                                link.acknowledged(),
                                link.refused()));
        if (link.oldestMillis() >= 0 || link.lagMillis() >= 0) {
            lines.add("               " + ages(link));
        }
        lines.add("  free ones    " + division(pair, now));
    }

    private static String ages(FailoverView.Link link) {
        List<String> ages = new ArrayList<>();
        if (link.oldestMillis() >= 0) {
            ages.add("the oldest is under way for " + brief(link.oldestMillis()));
        }
        if (link.lagMillis() >= 0) {
            ages.add("the last answer took " + brief(link.lagMillis()));
        }
        return String.join("; ", ages);
    }

    private static String brief(long millis) {
        return millis < 1000 ? millis + " ms" : tenths(millis) + " s";
    }

    private static String tenths(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private static String division(FailoverView pair, long now) {
        if (pair.balanceDue() < 0) return "are not divided now";
        long wait = Math.max(0, pair.balanceDue() - Math.floorDiv(now, 1000L));
        return "are divided again in " + Sentences.duration(wait);
    }

    private static String connection(FailoverView.Link link, long now) {
        StringBuilder line = new StringBuilder(link.up() ? "up" : "DOWN");
        if (link.partner() != null) line.append(", partner at ").append(link.partner());
        line.append(
                link.lastHeardMillis() == 0
                        ? ", never heard"
                        : ", heard " + age(now - link.lastHeardMillis()));
        Long skew = link.skewMillis();
        if (skew != null) {
            line.append(
                    ", its clock is %s s %s"
                            .formatted(tenths(Math.abs(skew)), skew < 0 ? "behind" : "ahead"));
        }
        return line.toString();
    }

    private static void pools(List<String> lines, List<PoolView> pools) {
        if (pools.isEmpty()) return;
        lines.add("");
        lines.add(row("POOL", "SIZE", "FREE", "BACKUP", "ACTIVE", "EXPIRED", "ABANDONED"));
        for (PoolView pool : pools) {
            lines.add(
                    row(
                            pool.name(),
                            count(pool.size()),
                            count(pool.free()),
                            count(pool.backup()),
                            count(pool.active()),
                            count(pool.expired()),
                            count(pool.abandoned())));
        }
    }

    private static String count(long number) {
        return number < 0 ? "-" : Long.toString(number);
    }

    private static String row(Object... cells) {
        return "%-36s %9s %9s %9s %9s %9s %9s".formatted(cells);
    }

    private static String since(long millis, long now) {
        if (millis <= 0) return "ever";
        return text(Math.floorDiv(millis, 1000L)) + " (" + age(now - millis) + ")";
    }

    /// How long ago something was.
    public static String age(long millis) {
        return Sentences.duration(Math.max(0, millis / 1000)) + " ago";
    }

    /// A time in seconds since 1970 as RFC 3339 in UTC.
    public static String text(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }
}
