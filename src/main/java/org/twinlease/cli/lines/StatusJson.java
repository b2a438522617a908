package org.twinlease.cli.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.twinlease.control.AlarmView;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Sentences;
import org.twinlease.control.ServerView;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// A server's status for programs: times in RFC 3339, durations in seconds, states as dhcpd spells
/// them. What is not known is null.
public final class StatusJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatusJson() {}

    /// The status as one object.
    public static ObjectNode of(Status status) {
        ObjectNode root = JSON.createObjectNode();
        ServerView server = status.server();
        root.put("time", time(status.nowMillis()))
                .put("name", server.name())
                .put("version", server.version())
                .put("started", time(server.startedMillis()));
        server.listening().forEach(root.putArray("listening")::add);
        root.put("dataFolder", server.dataFolder())
                .put("diskOk", status.isDhcpd() ? null : (Boolean) server.diskOk());
        ArrayNode alarms = root.putArray("alarms");
        for (AlarmView alarm : server.alarms()) alarm(alarms.addObject(), alarm);
        ArrayNode pairs = root.putArray("failover");
        for (FailoverView pair : status.pairs()) pair(pairs.addObject(), pair, status.isDhcpd());
        ArrayNode pools = root.putArray("pools");
        for (PoolView pool : status.pools()) {
            ObjectNode node = pools.addObject();
            node.put("name", pool.name()).put("network", pool.network());
            pool.ranges().forEach(node.putArray("ranges")::add);
            node.put("failover", peerOf(status, pool));
            counts(node.put("size", pool.size()), List.of(pool));
        }
        if (status.isDhcpd() && status.pools().isEmpty()) root.putNull("leases");
        else counts(root.putObject("leases"), status.pools());
        return root;
    }

    private static void alarm(ObjectNode node, AlarmView alarm) {
        node.put("type", alarm.type().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("since", time(alarm.atMillis()))
                .put("detail", alarm.detail())
                .put("message", Sentences.sentence(alarm))
                .put("remedy", Sentences.advice(alarm.type()));
    }

    /// A dhcpd does not tell whether it is connected.
    private static void pair(ObjectNode node, FailoverView pair, boolean dhcpd) {
        FailoverView.Link link = pair.link();
        node.put("name", pair.name())
                .put("role", pair.primary() ? "primary" : "secondary")
                .put("state", StatusText.mine(pair))
                .put("since", time(pair.since() * 1000))
                .put("why", Sentences.of(pair.why()))
                .put("partnerState", pair.partner().word())
                .put("partnerSince", time(pair.partnerSince() * 1000))
                .put("partnerAddress", link.partner() == null ? null : link.partner().toString())
                .put("connected", dhcpd ? null : (Boolean) link.up())
                .put("trouble", link.trouble() == null ? null : Sentences.of(link.trouble()))
                .put("lastHeard", time(link.lastHeardMillis()))
                .put("mclt", pair.mclt())
                .put("unacknowledged", link.unacknowledged())
                .put("underWay", link.inFlight())
                .put("window", known(link.window()))
                .put("oldestUnacknowledged", seconds(link.oldestMillis()))
                .put("lag", seconds(link.lagMillis()))
                .put("skew", link.skewMillis() == null ? null : exact(link.skewMillis()))
                .put("patience", seconds(link.patienceMillis()))
                .put("balanceDue", pair.balanceDue() < 0 ? null : time(pair.balanceDue() * 1000))
                .put("taken", known(link.taken()))
                .put("acknowledged", known(link.acknowledged()))
                .put("refused", known(link.refused()));
    }

    private static @Nullable String peerOf(Status status, PoolView pool) {
        return status.pairs().stream()
                .filter(pair -> pair.pools().contains(pool.index()))
                .map(FailoverView::name)
                .findFirst()
                .orElse(null);
    }

    private static void counts(ObjectNode node, List<PoolView> pools) {
        node.put("free", sum(pools, PoolView::free))
                .put("backup", sum(pools, PoolView::backup))
                .put("active", sum(pools, PoolView::active))
                .put("expired", sum(pools, PoolView::expired))
                .put("abandoned", sum(pools, PoolView::abandoned));
    }

    /// The sum, null where one of them is not told.
    private static @Nullable Long sum(List<PoolView> pools, ToLongFunction<PoolView> count) {
        boolean told = pools.stream().mapToLong(count).allMatch(number -> number >= 0);
        return told ? (Long) pools.stream().mapToLong(count).sum() : null;
    }

    private static @Nullable Long known(long number) {
        return number < 0 ? null : (Long) number;
    }

    static @Nullable String time(long millis) {
        return millis <= 0 ? null : Instant.ofEpochMilli(millis).toString();
    }

    private static @Nullable BigDecimal seconds(long millis) {
        return millis < 0 ? null : exact(millis);
    }

    private static BigDecimal exact(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
