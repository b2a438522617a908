package org.twinlease.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.twinlease.transport.LoadPlan.Mix;
import org.twinlease.value.Ip4;
import org.twinlease.wire.dhcp.MessageType;
import org.twinlease.wire.dhcp.OptionType;

import java.net.InetSocketAddress;
import java.util.List;

final class LoadClientsTest {

    @Test
    void aClosedLoopKeepsItsWindowFull() {
        LoadWorld world = new LoadWorld(LoadWorld.plan(Mix.DORA, 100, 0, 8), LoadWorld::good);
        LoadReport report = world.run();
        assertEquals(8, world.mostUnderWay);
        assertEquals(8 * 1_000, report.started(), "two steps each, two seconds");
        assertEquals(report.started(), report.completed());
        assertEquals(0, report.dropped() + report.refused() + report.strays());
        assertEquals(0, report.duplicates());
        assertEquals(2.0, report.seconds());
        assertEquals(report.inTime() / 2.0, report.perSecond());
        assertEquals(1_000.0, (double) report.ack().p50(), 10, "microseconds");
        assertEquals(report.completed(), report.offer().count());
        assertEquals(List.of(2 * report.completed()), report.perServer());
    }

    @Test
    void anOpenLoopBeginsAsManyAsItShould() {
        LoadReport report =
                new LoadWorld(LoadWorld.plan(Mix.DISCOVER, 500, 1_234, 0), LoadWorld::good).run();
        assertEquals(2.0 * 1_234, (double) report.started(), 2);
        assertEquals(report.started(), report.completed());
        assertEquals(0, report.skipped());
    }

    @Test
    void anOpenLoopCountsWhatNoClientWasFreeFor() {
        LoadReport report =
                new LoadWorld(LoadWorld.plan(Mix.DORA, 1, 2_000, 0), LoadWorld::good).run();
        assertTrue(report.skipped() > 2_000, report.toString());
        assertEquals(report.started(), report.completed() + report.skipped());
    }

    @Test
    void whatIsNotAnsweredInASecondIsDropped() {
        LoadReport report =
                new LoadWorld(LoadWorld.plan(Mix.DORA, 100, 0, 4), (_, _) -> null).run();
        assertEquals(8, report.started());
        assertEquals(8, report.dropped());
        assertEquals(0, report.completed());
        assertEquals(0, report.perSecond());
    }

    @Test
    void aNakEndsAnExchange() {
        LoadReport report =
                new LoadWorld(
                                LoadWorld.plan(Mix.DORA, 10, 0, 1),
                                (server, message) ->
                                        message.messageType() == MessageType.DHCPREQUEST
                                                ? LoadWorld.good(server, message)
                                                        .type(MessageType.DHCPNAK)
                                                : LoadWorld.good(server, message))
                        .run();
        assertEquals(report.started(), report.refused());
        assertEquals(0, report.completed());
    }

    @Test
    void anAddressThatTwoClientsHoldIsCounted() {
        LoadWorld.Server miser =
                (server, message) ->
                        LoadWorld.good(server, message).yiaddr(Ip4.of("10.9.0.1").bits());
        LoadReport report = new LoadWorld(LoadWorld.plan(Mix.DORA, 3, 0, 1), miser).run();
        assertTrue(report.duplicates() > 100, report.toString());
    }

    @Test
    void anAddressThatWasReleasedMayBeGivenToTheNext() {
        LoadWorld.Server miser =
                (server, message) ->
                        LoadWorld.good(server, message).yiaddr(Ip4.of("10.9.0.1").bits());
        LoadWorld world = new LoadWorld(LoadWorld.plan(Mix.RELEASE, 3, 0, 1), miser);
        LoadReport report = world.run();
        assertEquals(0, report.duplicates());
        assertEquals(report.completed(), world.sent(MessageType.DHCPRELEASE));
    }

    @Test
    void renewalsBeginWhenEveryClientHasALease() {
        boolean[] wrong = {false};
        LoadWorld world =
                new LoadWorld(
                        LoadWorld.plan(Mix.RENEW, 300, 0, 10),
                        (server, message) -> {
                            boolean renewal =
                                    message.messageType() == MessageType.DHCPREQUEST
                                            && !message.has(OptionType.DHCP_SERVER_IDENTIFIER);
                            wrong[0] |= renewal && message.ciaddr() == 0;
                            return LoadWorld.good(server, message);
                        });
        LoadReport report = world.run();
        assertFalse(wrong[0], "a renewal without ciaddr");
        assertEquals(300, world.sent(MessageType.DHCPDISCOVER));
        assertEquals(0, report.offer().count(), "the leases before are not counted");
        assertEquals(10 * 2_000, report.completed());
        assertEquals(0, report.unleased());
    }

    @Test
    void clientsThatGetNoLeaseDoNotHoldUpTheRenewalsOfTheOthers() {
        LoadWorld.Server partial =
                (server, message) ->
                        message.hardware().address().at(5) < 3
                                ? LoadWorld.good(server, message)
                                : null;
        LoadReport report = new LoadWorld(LoadWorld.plan(Mix.RENEW, 5, 0, 9), partial).run();
        assertEquals(2, report.unleased());
        assertEquals(report.started(), report.completed());
        assertTrue(report.completed() > 1_000, report.toString());
    }

    @Test
    void theFirstOfTwoServersOffersIsTaken() {
        InetSocketAddress first = LoadWorld.server(1);
        LoadPlan plan =
                new LoadPlan(
                        List.of(LoadWorld.server(2), first),
                        LoadWorld.RELAY,
                        10,
                        0,
                        1,
                        2,
                        Mix.DORA,
                        LoadPlan.HARDWARE);
        LoadReport report =
                new LoadWorld(
                                plan,
                                (server, message) -> {
                                    Ip4 chosen = message.address(OptionType.DHCP_SERVER_IDENTIFIER);
                                    boolean other =
                                            chosen != null && !chosen.equals(Addresses.ip4(server));
                                    return other ? null : LoadWorld.good(server, message);
                                })
                        .run();
        assertEquals(report.started(), report.completed());
        assertEquals(report.completed(), report.strays(), "the second offers");
        assertEquals(List.of(2 * report.completed(), 0L), report.perServer());
    }

    @Test
    void aPlanThatMakesNoSenseIsRefusedInWords() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class, () -> LoadWorld.plan(Mix.DORA, 0, 0, 1));
        assertEquals("clients: 1 to 16777216", refused.getMessage());
    }
}
