package org.twinlease.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.config.Config;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.isc.LeasesFile;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A configuration and a lease file, asked as a server is.
final class FileChannelTest {

    private static final long READ = 1_700_000_000_000L;

    private static final String CONF =
            """
            subnet 10.0.0.0 netmask 255.255.255.0 { range 10.0.0.10 10.0.0.19; }
            subnet 10.0.1.0 netmask 255.255.255.0 { range 10.0.1.10 10.0.1.14; }
            """;

    private static final String LEASES =
            """
            lease 10.0.0.11 {
              starts 2 2023/11/14 20:00:00;
              ends never;
              binding state active;
              hardware ethernet 02:00:00:00:00:01;
            }
            lease 10.0.1.10 {
              starts 2 2023/11/14 20:00:00;
              ends 2 2023/11/14 21:00:00;
              binding state abandoned;
            }
            lease 10.9.9.9 {
              starts 2 2023/11/14 20:00:00;
              ends never;
              binding state active;
              hardware ethernet 02:00:00:00:00:02;
            }
            """;

    private final FileChannel channel =
            new FileChannel(
                    "a.conf",
                    config(),
                    "a.leases",
                    LeasesFile.read("a.leases", octets(LEASES), READ / 1_000).leases(),
                    READ);

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Config config() {
        return DhcpdConf.read("a.conf", name -> octets(CONF)).config();
    }

    @Test
    void poolsAreThoseOfTheConfigurationWithTheLeasesOfTheFile() {
        var pools = channel.ask(new Query.Pools()).join();
        assertThat(pools).hasSize(2);
        assertThat(pools.getFirst().network()).isEqualTo("10.0.0.0/24");
        assertThat(pools.getFirst().active()).isEqualTo(1);
        assertThat(pools.getFirst().free()).isEqualTo(9);
        assertThat(pools.getLast().abandoned()).isEqualTo(1);
        assertThat(pools.getLast().free()).isEqualTo(4);
    }

    @Test
    void leasesComeByAddressInPages() {
        var first = channel.ask(new Query.Leases(Ip4.of("0.0.0.0"), 2, false)).join();
        assertThat(first.leases())
                .extracting(lease -> lease.address().toString())
                .containsExactly("10.0.0.11", "10.0.1.10");
        Ip4 next = Objects.requireNonNull(first.next());
        var second = channel.ask(new Query.Leases(next, 2, false)).join();
        assertThat(second.leases()).hasSize(1);
        assertThat(second.leases().getFirst().pool()).isEqualTo(LeaseView.NO_POOL);
        assertThat(second.next()).isNull();
    }

    @Test
    void aClientIsFoundByItsHardwareAddress() {
        var lease =
                Objects.requireNonNull(channel.ask(new Query.OneLease(Ip4.of("10.0.0.11"))).join());
        assertThat(lease.state()).isEqualTo(BindingState.ACTIVE);
        var client = channel.ask(new Query.Client(lease.hardware(), null)).join();
        assertThat(client.leases()).containsExactly(lease);
        assertThat(channel.ask(new Query.OneLease(Ip4.of("10.0.0.12"))).join()).isNull();
    }

    @Test
    void itSaysWhatItIsAndObeysNothing() {
        var status = channel.ask(new Query.Status()).join();
        assertThat(status.name()).isEqualTo("a.conf");
        assertThat(status.leases()).isEqualTo(2);
        assertThat(status.startedMillis()).isEqualTo(READ);
        assertThat(channel.ask(new Query.Failover()).join()).isEqualTo(List.of());
        assertThat(channel.submit(new Command.Release(Ip4.of("10.0.0.11"))).join())
                .isEqualTo(new Outcome.Refused("These are files; no server hears an order."));
    }
}
