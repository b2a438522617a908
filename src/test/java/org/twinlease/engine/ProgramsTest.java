package org.twinlease.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinlease.config.Config;
import org.twinlease.config.Site;
import org.twinlease.control.Query;
import org.twinlease.dhcp.Plan;
import org.twinlease.isc.DhcpdConf;
import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Programs of the configuration: run after what they are about is on disk, and how they ended is
/// in the story of the address.
class ProgramsTest {
    private static final Ip4 ADDRESS = Ip4.of("10.0.1.10");
    private static final String CONF =
            """
            default-lease-time 600; max-lease-time 600;
            subnet 10.0.1.0 netmask 255.255.255.0 {
              range 10.0.1.10;
              on commit { execute("/bin/given", binary-to-ascii(10, 8, ".", leased-address)); }
              on release { execute("/bin/released", "x"); }
              on expiry { execute("/bin/over", "y"); }
            }
            """;

    private final Server server;

    ProgramsTest() throws IOException {
        server = new Server(Site.small());
    }

    private static Config config() {
        byte[] octets = CONF.getBytes(StandardCharsets.ISO_8859_1);
        return DhcpdConf.read("dhcpd.conf", _ -> octets).config();
    }

    @BeforeEach
    void takesTheConfiguration() {
        server.batch(new Input.NewPlan(new Plan(config(), true)));
    }

    private void joins() {
        server.batch(server.discover(1));
        server.batch(server.request(1, "10.0.1.10"));
    }

    private List<Reason> story() {
        return server.ask(new Query.Story(ADDRESS)).stream()
                .flatMap(line -> line.reasons().stream())
                .toList();
    }

    @Test
    void aProgramRunsAfterTheLeaseIsOnDisk() {
        long before = server.disk.syncs();
        joins();
        assertThat(server.ran)
                .containsExactly(
                        "10.0.1.10 \"/bin/given\" \"10.0.1.10\" after " + server.disk.syncs());
        assertThat(server.disk.syncs()).isGreaterThan(before);
    }

    @Test
    void noneRunsForWhatTheDiskRefused() {
        server.batch(server.discover(1));
        server.disk.setBroken(true);
        server.batch(server.request(1, "10.0.1.10"));
        assertThat(server.ran).isEmpty();
    }

    @Test
    void oneRunsWhenTheClientGivesTheAddressBack() {
        joins();
        server.ran.clear();
        server.batch(server.release(1, "10.0.1.10"));
        assertThat(server.ran).hasSize(1).first().asString().contains("\"/bin/released\" \"x\"");
    }

    @Test
    void oneRunsWhenTheLeaseEndsByItself() {
        joins();
        server.ran.clear();
        server.pass(700_000);
        assertThat(server.ran).hasSize(1).first().asString().contains("\"/bin/over\" \"y\"");
        assertThat(story()).contains(Reason.of(ReasonCode.PROGRAM_RUN, "\"/bin/over\" \"y\""));
    }

    @Test
    void howItEndedIsInTheStoryOfTheAddress() {
        joins();
        server.batch(new Input.ProgramEnded(ADDRESS, "/bin/given", "status 3"));
        assertThat(story()).contains(Reason.of(ReasonCode.PROGRAM_ENDED, "/bin/given", "status 3"));
    }

    @Test
    void noneRunsUnlessTheServerWasToldTo() {
        server.batch(new Input.NewPlan(new Plan(config())));
        joins();
        assertThat(server.ran).isEmpty();
        assertThat(story()).contains(Reason.of(ReasonCode.PROGRAM_NOT_RUN, "/bin/given"));
    }
}
