package org.twinlease.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Permit.Kind;
import org.twinlease.config.Site;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.lease.Lease;
import org.twinlease.value.Octets;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.dhcp.OptionType;

/// BOOTP clients (RFC 951, RFC 1534).
class BootpTest {
    private static final String MAC = "02:00:00:00:00:0a";

    private final Site site = Site.small().option(OptionType.ROUTERS, "10.0.1.1");

    private Scene scene() {
        return new Scene(site);
    }

    @Test
    void aBootpClientKeepsItsAddressForEver() {
        Scene scene = scene();
        scene.guest(MAC).boots().mustBe("BOOTREPLY 10.0.1.10");
        assertThat(scene.lease("10.0.1.10").ends()).isEqualTo(Lease.NEVER);
        assertThat(scene.lease("10.0.1.10").flags()).isEqualTo(Lease.BOOTP);
        Heard again = scene.pass(1_000_000).expire().guest(MAC).boots();
        assertThat(again.mustBe("BOOTREPLY 10.0.1.10").changes()).isEmpty();
    }

    @Test
    void itsLeaseHasAnEndWhereOneIsConfigured() {
        site.set(Parameter.DYNAMIC_BOOTP_LEASE_LENGTH, 600);
        Scene scene = scene();
        scene.guest(MAC).boots();
        assertThat(scene.lease("10.0.1.10").ends()).isEqualTo(scene.clock() + 600);
    }

    @Test
    void theReplyIsNoDhcpMessage() {
        Heard reply = scene().guest(MAC).with(b -> b.option(43, Octets.EMPTY)).boots();
        assertThat(reply.order()).containsExactly(1, 3);
        assertThat(reply.packet().messageType()).isNull();
        assertThat(reply.answer().payload()).hasSize(300);
        assertThat(reply.to().way()).isEqualTo(Destination.Way.HARDWARE);
    }

    @Test
    void aRequestListSaysNothingToBootp() {
        Heard reply = scene().guest(MAC).asks(42).boots();
        assertThat(reply.order()).containsExactly(1, 3);
    }

    @Test
    void theReplyIsNoLongerThanBootpHasItAndNeverOverloaded() {
        site.option(OptionKey.dhcp(12), Octets.of(new byte[30]));
        site.option(OptionKey.dhcp(15), Octets.of(new byte[30]));
        Heard reply = scene().guest(MAC).with(b -> b.option(43, Octets.EMPTY)).boots();
        assertThat(reply.answer().payload()).hasSize(300);
        assertThat(reply.order()).containsExactly(1, 3, 12);
        assertThat(reply.packet().file()).isEmpty();
        Octets padding = Octets.of(new byte[200]);
        Heard longer = scene().guest(MAC).with(b -> b.option(43, padding)).boots();
        assertThat(longer.order()).containsExactly(1, 3, 12, 15);
    }

    @Test
    void theNextServerIsThisOneUnlessAnotherIsConfigured() {
        assertThat(scene().guest(MAC).boots().packet().siaddr()).isEqualTo(0x0a000101);
        site.set(Parameter.NEXT_SERVER, 0xc0a80009L);
        assertThat(scene().guest(MAC).boots().packet().siaddr()).isEqualTo(0xc0a80009);
    }

    @Test
    void aHostGetsItsFixedAddressAndNoLease() {
        site.host("old", MAC, "10.0.1.200");
        Heard reply = scene().guest(MAC).boots().mustBe("BOOTREPLY 10.0.1.200");
        assertThat(reply.changes()).isEmpty();
    }

    @Test
    void aCutoffEndsBootpLeasesWhateverTheirLength() {
        site.set(Parameter.DYNAMIC_BOOTP_LEASE_LENGTH, 900);
        long cutoff = scene().clock() + 5_000;
        site.set(Parameter.DYNAMIC_BOOTP_LEASE_CUTOFF, cutoff);
        Scene scene = scene();
        scene.guest(MAC).boots();
        assertThat(scene.lease("10.0.1.10").ends()).isEqualTo(cutoff);
        scene.pass(6_000);
        scene.guest("02:00:00:00:00:0b").boots();
        assertThat(scene.lease("10.0.1.11").ends()).as("over").isEqualTo(scene.clock());
    }

    @Test
    void bootpCanBeDenied() {
        site.set(Parameter.ALLOW_BOOTP, 0).host("old", MAC, "10.0.1.200");
        assertThat(scene().guest(MAC).boots().why()).containsExactly(ReasonCode.SILENT_BOOTP);
    }

    @Test
    void aPoolMayExcludeBootpClientsOrBeForThemOnly() {
        Site two =
                new Site()
                        .subnet(
                                "10.0.1.0/24",
                                net -> {
                                    net.pool("10.0.1.10", "10.0.1.19").deny(Kind.DYNAMIC_BOOTP);
                                    net.pool("10.0.1.20", "10.0.1.29").allow(Kind.DYNAMIC_BOOTP);
                                });
        Scene scene = new Scene(two);
        scene.guest(MAC).boots().mustBe("BOOTREPLY 10.0.1.20");
        scene.guest("02:00:00:00:00:0b").discovers().mustBe("OFFER 10.0.1.10");
    }

    @Test
    void dynamicBootpCanBeDeniedWhileHostsAreServed() {
        site.set(Parameter.DYNAMIC_BOOTP, 0);
        assertThat(scene().guest(MAC).boots().why()).containsExactly(ReasonCode.SILENT_BOOTP);
        site.host("old", MAC, "10.0.1.200");
        scene().guest(MAC).boots().mustBe("BOOTREPLY 10.0.1.200");
    }
}
