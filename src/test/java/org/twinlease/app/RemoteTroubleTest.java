package org.twinlease.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.control.Command;
import org.twinlease.control.LeaseView;
import org.twinlease.control.Outcome;
import org.twinlease.control.Query;
import org.twinlease.value.BindingState;
import org.twinlease.value.Ip4;
import org.twinlease.value.ServerState;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Two running servers in trouble, and what a person does about it in a window that reaches them by
/// their control APIs only.
final class RemoteTroubleTest extends AtRemoteWindow {

    private static final int ADDRESSES = 12;

    private Map<Ip4, LeaseView> leases(int server) {
        try {
            var page = window().channel(server).ask(new Query.Leases(Ip4.ZERO, 200, true)).join();
            return page.leases().stream()
                    .collect(Collectors.toMap(LeaseView::address, lease -> lease));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Map<Ip4, String> clients(int server) {
        return leases(server).values().stream()
                .filter(lease -> lease.state() == BindingState.ACTIVE)
                .collect(Collectors.toMap(LeaseView::address, lease -> "" + lease.hardware()));
    }

    private void bothSayNormal() throws Exception {
        window().says("#wizard", "Both in NORMAL");
        RemoteWindow.until(window()::bothNormal);
        assertThat(clients(1)).isNotEmpty().isEqualTo(clients(0));
    }

    @Test
    void aServerIsOrderedToFetchItsLeasesAnew() throws Exception {
        bothRun(ADDRESSES, 10);
        load(0, 6);
        load(1, 6);
        window().open(0, 1);
        window().choose("Rebuild an empty server");
        window().press("#wizard-server-1");
        window().says("#wizard", "Rebuild beta from its partner", "Only when the leases of beta");
        window().press("#wizard-next");
        window().says("#wizard", "beta stops answering clients; alpha takes everything over");
        window().press("#wizard-deed");
        RemoteWindow.until(() -> window().isIn(1, ServerState.RECOVER_WAIT));
        assertThat(window().isIn(0, ServerState.PARTNER_DOWN)).isTrue();
        bothSayNormal();
    }

    @Test
    void aServerThatStartsWithAnEmptyDiskIsOnlyWatched() throws Exception {
        bothRun(ADDRESSES, 25);
        load(0, 6);
        window().open(0, 1);
        window().stop(1);
        RemoteWindow.until(() -> window().isIn(0, ServerState.COMMUNICATIONS_INTERRUPTED));
        window().forget(1);
        window().start(1);
        RemoteWindow.until(() -> window().isIn(1, ServerState.RECOVER_WAIT));
        window().choose("Rebuild an empty server");
        window().says("#wizard", "Rebuild beta", "beta is recovering already, by itself");
        window().press("#wizard-next");
        assertThat(window().isThere("#wizard-deed")).isFalse();
        window().press("#wizard-next");
        bothSayNormal();
    }

    @Test
    void nothingIsRebuiltFromAPartnerThatIsAway() throws Exception {
        bothRun(ADDRESSES, 5);
        window().open(0, 1);
        window().stop(1);
        RemoteWindow.until(() -> window().isIn(0, ServerState.COMMUNICATIONS_INTERRUPTED));
        window().choose("Rebuild an empty server");
        window().says("#wizard", "No connection: there is nothing to recover from.");
        window().press("#wizard-next");
        window().says(
                        "#wizard",
                        "alpha refuses: There is no connection to the partner to recover from.",
                        "it may have given what beta was never told");
        assertThat(window().isReady("#wizard-deed")).isFalse();
    }

    /// Both serve alone for a while, each with all addresses, and then meet.
    @Test
    void ofTwoClientsWithOneAddressTheOneStaysWhomTheWizardNames() throws Exception {
        bothRun(ADDRESSES, 30);
        String[] whole = {window().conf(0), window().conf(1)};
        window().open(0, 1);
        for (int i = 0; i < 2; i++) {
            window().stop(i);
            // Where nobody listens.
            String apart = "peer port " + FreePort.next() + ";";
            window().write(i, whole[i].replaceFirst("peer port [0-9]+;", apart));
            window().start(i);
        }
        for (int i = 0; i < 2; i++) serveAlone(i);
        RemoteWindow.until(
                () -> clients(0).size() > 2 * ADDRESSES / 3, () -> trickle(0, ADDRESSES));
        RemoteWindow.until(() -> clients(1).size() == ADDRESSES, () -> trickle(1, ADDRESSES));
        window().choose("Resolve a conflict");
        window().says("#wizard", "No conflict: neither server is resolving one.");
        window().press("#wizard-next");
        window().says("#wizard", "of 12 addresses compared. With two clients: ");
        Map<String, String> stands = window().clashes();
        assertThat(stands).isNotEmpty();
        var before = List.of(clients(0), clients(1));
        for (int i = 0; i < 2; i++) {
            window().stop(i);
            window().write(i, whole[i]);
        }
        for (int i = 0; i < 2; i++) window().start(i);
        window().press("#wizard-next");
        window().says("#wizard", "Over: both are in NORMAL.");
        assertThat(clients(1)).isEqualTo(clients(0));
        stands.forEach(
                (address, server) -> {
                    int whose = server.equals("alpha") ? 0 : 1;
                    assertThat(clients(0).get(Ip4.of(address)))
                            .as(address + " of " + server)
                            .isEqualTo(before.get(whose).get(Ip4.of(address)));
                });
        window().choose("Resolve a conflict");
        window().press("#wizard-next");
        window().says("#wizard", "No difference: 12 addresses were compared.");
    }

    private void serveAlone(int server) throws Exception {
        RemoteWindow.until(() -> window().isIn(server, ServerState.COMMUNICATIONS_INTERRUPTED));
        long since = Objects.requireNonNull(window().relationship(server)).since();
        var order = new Command.PartnerDown(RemoteWindow.NAME, since);
        assertThat(window().channel(server).submit(order).join()).isEqualTo(new Outcome.Done());
    }
}
