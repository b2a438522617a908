package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Counter;
import org.twinlease.control.FailoverView;
import org.twinlease.control.PoolView;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.Objects;

/// What the wizards change in the configurations of two running servers, as a person has it done in
/// a window, and what the servers are when they are started on that.
final class RemoteChangesTest extends AtRemoteWindow {

    private static final int ADDRESSES = 100;

    /// Reviews what is in the draft, writes it and keeps it.
    private void apply(String restart) throws Exception {
        window().push(KeyCode.CONTROL, KeyCode.ENTER);
        window().press("#apply");
        RemoteWindow.until(() -> window().isThere("#restart"));
        assertThat(window().label("#restart")).contains(restart);
        window().press("#keep");
        RemoteWindow.until(() -> !window().isThere("#waiting"));
    }

    private long addresses(int server) throws Exception {
        var pools = window().channel(server).ask(new Query.Pools()).join();
        return pools.stream().mapToLong(PoolView::size).sum();
    }

    /// How many answers three clients get of a server.
    private long served(int server) throws Exception {
        load(server, 3);
        return window().channel(server).ask(new Query.Counters()).join().get(Counter.ACK);
    }

    @Test
    void theOneThatStaysServesEverythingAndTheOtherNothing() throws Exception {
        bothRun(ADDRESSES, 5);
        // In the other order than the servers: whose a file is they say themselves.
        window().open(1, 0);
        window().choose("Leave failover");
        window().says("#wizard", "beta leaves fo", "alpha will serve all 100 addresses alone");
        window().press("#wizard-next");
        window().type("#wizard-name", "alpha");
        window().says("#wizard", "That is not its name");
        assertThat(window().isReady("#wizard-deed")).isFalse();
        window().type("#wizard-name", "beta");
        window().press("#wizard-deed");
        RemoteWindow.until(() -> window().isIn(1, ServerState.SHUTDOWN));
        RemoteWindow.until(() -> window().isIn(0, ServerState.PARTNER_DOWN));
        window().says(
                        "#wizard",
                        "alpha: the block failover peer \"fo\" goes, and so does that statement in"
                                + " its only pool.",
                        "beta: the only pool of the relationship goes.");
        window().press("#wizard-deed");
        window().says("#wizard", "The change is in the draft.");
        assertThat(window().conf(0)).as("nothing is written yet").contains("failover");
        apply("Leave the other one off");
        assertThat(window().conf(0)).doesNotContain("failover").contains("range 10.5.0.1");
        assertThat(window().conf(1)).doesNotContain("failover").doesNotContain("range");
        assertThat(window().conf(1)).startsWith("# written by hand");
        for (int i = 0; i < 2; i++) {
            window().stop(i);
            window().start(i);
            assertThat(window().relationship(i)).isNull();
        }
        assertThat(addresses(0)).isEqualTo(ADDRESSES);
        assertThat(addresses(1)).isZero();
        assertThat(served(0)).isPositive();
        assertThat(served(1)).isZero();
    }

    @Test
    void rolesChangeInBothFilesAndTheServersTakeThemUp() throws Exception {
        bothRun(ADDRESSES, 5);
        window().open(0, 1);
        window().choose("Swap roles");
        window().says("#wizard", "beta becomes primary, alpha secondary", "it is safe now");
        window().press("#wizard-next");
        window().press("#wizard-deed");
        window().says("#wizard", "Stop both before either starts again");
        apply("Stop both servers before either starts again");
        assertThat(window().conf(0)).contains("secondary;").doesNotContain("mclt", "split");
        assertThat(window().conf(1)).contains("primary;").contains("mclt 5;", "split 128;");
        window().stop(0);
        window().stop(1);
        window().start(0);
        window().start(1);
        RemoteWindow.until(window()::bothNormal);
        FailoverView beta = Objects.requireNonNull(window().relationship(1));
        assertThat(beta.primary()).isTrue();
        assertThat(beta.mclt()).isEqualTo(5);
    }

    @Test
    void rolesAreNotSwappedWhileOneIsAway() throws Exception {
        bothRun(ADDRESSES, 5);
        window().open(0, 1);
        window().stop(1);
        RemoteWindow.until(() -> window().isIn(0, ServerState.COMMUNICATIONS_INTERRUPTED));
        window().choose("Swap roles");
        window().says("#wizard", "is not in NORMAL. Swap only when both are");
        window().press("#wizard-next");
        window().says("#wizard", "is not in NORMAL. Swap only when both are");
        assertThat(window().isReady("#wizard-deed")).isFalse();
    }

    @Test
    void aServerAloneBecomesHalfOfAPairAndKeepsItsLeases() throws Exception {
        window().write(
                        0,
                        """
                        # written by hand
                        ping-check off;
                        shared-network all {
                          subnet 127.0.0.0 netmask 255.0.0.0 { }
                          subnet 10.5.0.0 netmask 255.255.255.0 { range 10.5.0.1 10.5.0.100; }
                        }
                        """);
        window().start(0);
        assertThat(served(0)).isPositive();
        window().open(0);
        window().choose("Make it half of a pair");
        window().says("#wizard", "alpha becomes half of a pair", "alpha stands alone");
        window().press("#wizard-next");
        window().press("#wizard-next");
        window().press("#wizard-pair");
        assertThat(window().text("#newpair-first")).isEqualTo("alpha");
        window().type("#newpair-first-address", "127.0.0.1");
        window().type("#newpair-second", "beta");
        window().type("#newpair-second-address", "127.0.0.2");
        window().type("#newpair-port", "" + FreePort.next());
        window().press("#newpair-next");
        assertThat(window().text("#newpair-base")).isEqualTo(window().file(0).toString());
        window().press("#newpair-next");
        window().type("#newpair-mclt", "5");
        window().press("#newpair-next");
        window().press("#newpair-next");
        window().type("#newpair-second-file", window().file(1).toString());
        window().press("#newpair-write");
        window().says("#newpair", "Written: ", "First the secondary, then the primary");
        assertThat(window().conf(0)).startsWith("# written by hand").contains("primary;");
        window().start(1);
        window().stop(0);
        window().start(0);
        RemoteWindow.until(window()::bothNormal);
        for (int i = 0; i < 2; i++) {
            var page = window().channel(i).ask(new Query.Leases(Ip4.ZERO, 200, false)).join();
            assertThat(page.leases())
                    .filteredOn(lease -> lease.state() == BindingState.ACTIVE)
                    .as("what alpha had given, at " + RemoteWindow.name(i))
                    .hasSize(3);
        }
    }
}
