package org.twinlease.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;
import org.twinlease.wire.failover.LoadBalance;

import java.nio.charset.StandardCharsets;
import java.util.List;

final class TermsTest {

    /// The terms of a configuration file's only block.
    private static Terms terms(String block) {
        String text =
                "failover peer \"fo\" { "
                        + block
                        + " }\n"
                        + "subnet 10.0.1.0 netmask 255.255.255.0 {\n"
                        + "  pool { failover peer \"fo\"; range 10.0.1.10 10.0.1.19; }\n}\n";
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        DhcpdConf.Reading reading = DhcpdConf.read("dhcpd.conf", _ -> octets, _ -> List.of());
        assertThat(reading.isUsable()).as("%s", reading.problems()).isTrue();
        return Terms.of(reading.config().peers().getFirst(), Ip4::parse);
    }

    @Test
    void everyStatementOfABlockIsATerm() {
        Terms terms =
                terms(
                        """
                        primary; address 10.0.0.1; port 519; peer address 10.0.0.2; peer port 520;
                        max-response-delay 30; max-unacked-updates 10; mclt 1800; split 64;
                        load balance max seconds 3; auto-partner-down 90; max-lease-misbalance 20;
                        max-lease-ownership 11; min-balance 61; max-balance 3601;
                        """);
        assertThat(terms)
                .isEqualTo(
                        new Terms(
                                "fo",
                                true,
                                Ip4.of("10.0.0.1"),
                                519,
                                Ip4.of("10.0.0.2"),
                                520,
                                30,
                                10,
                                1800,
                                LoadBalance.hbaOfSplit(64),
                                3,
                                90,
                                new Terms.Shares(20, 11, 61, 3601),
                                new Terms.Written("10.0.0.1", "10.0.0.2")));
    }

    @Test
    void whatIsNotSaidIsAsDhcpdHasIt() {
        Terms terms = terms("secondary; address 10.0.0.2; peer address 10.0.0.1;");
        assertThat(terms)
                .isEqualTo(
                        new Terms(
                                "fo",
                                false,
                                Ip4.of("10.0.0.2"),
                                647,
                                Ip4.of("10.0.0.1"),
                                647,
                                20,
                                100,
                                0,
                                null,
                                0,
                                0,
                                new Terms.Shares(15, 10, 60, 3600),
                                new Terms.Written("10.0.0.2", "10.0.0.1")));
    }
}
