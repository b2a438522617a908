package org.twinlease.app.omapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.api.Connection;
import org.twinlease.app.FreePort;
import org.twinlease.app.omapi.FakeDhcpd.Manner;
import org.twinlease.cli.Exit;
import org.twinlease.cli.Refused;
import org.twinlease.cli.Remote;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.ServerState;
import org.twinlease.wire.omapi.OmapiAlgorithm;
import org.twinlease.wire.omapi.OmapiKey;
import org.twinlease.wire.omapi.OmapiMessage;
import org.twinlease.wire.omapi.OmapiOperation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A dhcpd as a server: what it tells, what is sent to it and what never is, and each way in which
/// it cannot be asked. The real one is in `lab.PairOmapiTest`.
@Tag("sim")
@Timeout(30)
final class OmapiChannelTest {

    private static final String CONF =
            """
            key k { algorithm hmac-sha256; secret YSBzZWNyZXQ=; }
            omapi-port 7911;
            omapi-key k;
            failover peer "fo" { secondary; }
            subnet 10.77.0.0 netmask 255.255.255.0 {
              pool { failover peer "fo"; range 10.77.0.100 10.77.0.119; }
            }
            """;
    private static final OmapiKey KEY =
            new OmapiKey("k", OmapiAlgorithm.HMAC_SHA256, Octets.ofText("a secret"));
    private static final Query.Failover FAILOVER = new Query.Failover();

    @TempDir Path folder;
    private Path conf = Path.of("");

    @BeforeEach
    void aFile() throws IOException {
        conf = Files.writeString(folder.resolve("dhcpd.conf"), CONF);
    }

    private Connection to(FakeDhcpd server) throws Refused {
        return OmapiPlace.open("omapi://127.0.0.1:" + server.port(), conf);
    }

    @ParameterizedTest
    @EnumSource(names = {"WELL", "IN_PIECES", "SHORT_LIVED"})
    void whatItTellsIsSeenHoweverItComes(Manner manner) throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, manner)) {
            Connection dhcpd = to(server);
            FailoverView pair = Remote.ask(dhcpd, FAILOVER).getFirst();
            assertThat(pair.state()).isEqualTo(ServerState.COMMUNICATIONS_INTERRUPTED);
            assertThat(pair.primary()).isFalse();
            assertThat(pair.since()).isEqualTo(1_795_456_477);
            assertThat(pair.pools()).containsExactly(0);
            if (manner == Manner.SHORT_LIVED) return; // a pool's handle holds for one connection
            PoolView pool = Remote.ask(dhcpd, new Query.Pools()).getFirst();
            assertThat(pool.free()).isEqualTo(12);
            assertThat(pool.backup()).isEqualTo(5);
            assertThat(pool.active()).isEqualTo(-1);
            LeaseView lease = Remote.ask(dhcpd, new Query.OneLease(Ip4.of("10.77.0.100")));
            assertThat(lease).isNotNull();
            assertThat(Remote.ask(dhcpd, new Query.OneLease(Ip4.of("10.1.0.1")))).isNull();
        }
    }

    @Test
    void partnerDownIsSentOnceAndLookedAt() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.WELL)) {
            assertThat(Remote.answer(to(server).submit(down()))).isEqualTo(new Outcome.Done());
            assertThat(server.state).isEqualTo(4);
            assertThat(changes(server)).hasSize(1);
        }
    }

    @Test
    void doneWithoutEffectIsNotDone() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.WITHOUT_EFFECT)) {
            assertThat(Remote.answer(to(server).submit(down())))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    /// In every state but one, and of every other order, nothing goes over the wire that changes
    /// anything.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMMUNICATIONS_INTERRUPTED")
    void whatWouldHarmIsNotSent(ServerState state) throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.WELL)) {
            server.state = state.code();
            Connection dhcpd = to(server);
            for (Command order :
                    List.of(
                            down(),
                            new Command.Pause("fo"),
                            new Command.Resume("fo"),
                            new Command.Recover("fo"),
                            new Command.Release(Ip4.of("10.77.0.100")))) {
                assertThat(Remote.answer(dhcpd.submit(order)))
                        .as("%s in %s", order, state)
                        .isInstanceOf(Outcome.Refused.class);
            }
            assertThat(changes(server)).isEmpty();
        }
    }

    @Test
    void aServerThatGoesInTheMiddleOfAnOrderIsNotOrderedTwice() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.CLOSING)) {
            assertThatThrownBy(() -> Remote.answer(to(server).submit(down())))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> {
                                assertThat(refused.exit()).isEqualTo(Exit.UNREACHABLE);
                                assertThat(refused).hasMessageContaining("is not known");
                            });
            assertThat(changes(server)).hasSize(1);
        }
    }

    @Test
    void anAnswerWithoutSignatureIsNotBelieved() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.UNSIGNED)) {
            refuses(to(server), Exit.USAGE, "is not signed with the key");
        }
    }

    @Test
    void aKeyThatIsNotItsOwnIsSaid() throws Exception {
        OmapiKey other =
                new OmapiKey("k", OmapiAlgorithm.HMAC_SHA256, Octets.ofText("another secret"));
        try (FakeDhcpd server = new FakeDhcpd(other, Manner.WELL)) {
            refuses(to(server), Exit.USAGE, "the secret of the key is not its own");
        }
        OmapiKey named = new OmapiKey("j", OmapiAlgorithm.HMAC_SHA256, Octets.ofText("a secret"));
        try (FakeDhcpd server = new FakeDhcpd(named, Manner.WELL)) {
            refuses(to(server), Exit.USAGE, "it has no such key");
        }
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.WELL)) {
            Connection keyless =
                    OmapiPlace.open("omapi://127.0.0.1:" + server.port() + "/fo", null);
            refuses(keyless, Exit.USAGE, "it wants a key");
        }
    }

    @Test
    void whoeverIsNoDhcpdIsSaid() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(KEY, Manner.WEB)) {
            refuses(to(server), Exit.UNREACHABLE, "is no OMAPI of a dhcpd");
        }
        int free = FreePort.next();
        refuses(
                OmapiPlace.open("omapi://127.0.0.1:" + free, conf),
                Exit.UNREACHABLE,
                "nobody listens there");
    }

    @Test
    void aPeerThatItDoesNotHaveIsSaid() throws Exception {
        try (FakeDhcpd server = new FakeDhcpd(null, Manner.WELL)) {
            String url = "omapi://127.0.0.1:" + server.port();
            refuses(OmapiPlace.open(url + "/FO", null), Exit.USAGE, "no failover peer \"FO\"");
            refuses(OmapiPlace.open(url, null), Exit.USAGE, url + "/NAME");
        }
    }

    private static void refuses(Connection dhcpd, Exit exit, String words) {
        assertThatThrownBy(() -> Remote.ask(dhcpd, FAILOVER))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.exit()).isEqualTo(exit);
                            assertThat(refused).hasMessageContaining(words);
                            assertThat(refused.getMessage()).doesNotContain("YSBzZWNyZXQ");
                        });
    }

    private static Command down() {
        return new Command.PartnerDown("fo", System.currentTimeMillis() / 1_000);
    }

    private static List<OmapiMessage> changes(FakeDhcpd server) {
        return server.heard.stream()
                .filter(message -> message.operation() == OmapiOperation.UPDATE)
                .toList();
    }
}
