package org.twinlease.lease;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.List;

class OffersTest {
    private final LeaseTable table =
            new LeaseTable(List.of(new PoolRange(0, Ip4.of("10.0.0.0"), Ip4.of("10.0.0.9"))));
    private final Offers offers = new Offers(table, 3);

    private static ClientKey client(int number) {
        return new ClientKey(null, HardwareAddress.ethernet(number));
    }

    private int next() {
        return table.longestUnused(0, BindingState.FREE, _ -> true);
    }

    @Test
    void whatIsOfferedToOneIsNotFreeForOthers() {
        offers.hold(client(1), 0, 100);
        assertThat(next()).isEqualTo(1);
        assertThat(offers.isForAnother(0, client(1))).isFalse();
        assertThat(offers.isForAnother(0, client(2))).isTrue();
        assertThat(offers.isForAnother(1, client(2))).isFalse();
        assertThat(offers.of(0)).isEqualTo(new Offers.Offer(client(1), 0, 100));
        assertThat(offers.slots()).containsExactly(0);
    }

    @Test
    void aClientHasOneOfferAndASlotOneClient() {
        offers.hold(client(1), 0, 100);
        offers.hold(client(1), 1, 110);
        assertThat(next()).isEqualTo(0);
        offers.hold(client(2), 1, 120);
        assertThat(offers.of(client(1))).isNull();
        assertThat(offers.size()).isEqualTo(1);
    }

    @Test
    void anIdentifierIsOneClientOnAnyHardware() {
        Octets id = Octets.ofText("laptop");
        offers.hold(new ClientKey(id, HardwareAddress.ethernet(1)), 0, 100);
        ClientKey docked = new ClientKey(id, HardwareAddress.ethernet(2));
        assertThat(offers.isForAnother(0, docked)).isFalse();
        assertThat(offers.of(docked)).isNotNull();
        offers.end(docked);
        assertThat(offers.size()).isZero();
    }

    @Test
    void offersEndInTheirOrder() {
        offers.hold(client(1), 0, 100);
        offers.hold(client(2), 1, 110);
        offers.hold(client(1), 0, 120);
        offers.expire(110);
        assertThat(offers.of(client(1))).isNotNull();
        assertThat(offers.of(client(2))).isNull();
        assertThat(table.isHeld(1)).isFalse();
        offers.expire(120);
        assertThat(offers.size()).isZero();
    }

    @Test
    void aboveTheBoundTheOldestOfferIsGivenUp() {
        for (int i = 0; i < 5; i++) offers.hold(client(i), i, 100 + i);
        assertThat(offers.size()).isEqualTo(3);
        assertThat(offers.slots()).containsExactlyInAnyOrder(2, 3, 4);
        assertThat(table.isHeld(0)).isFalse();
    }

    @Test
    void anOfferThatIsTakenLeavesNothingBehind() {
        offers.hold(client(1), 0, 100);
        table.apply(
                new Lease(
                        Ip4.of("10.0.0.0"),
                        BindingState.ACTIVE,
                        0,
                        client(1).hardware(),
                        null,
                        null,
                        null,
                        1,
                        50,
                        1,
                        0,
                        0,
                        0));
        offers.end(0);
        assertThat(table.isHeld(0)).isFalse();
        table.apply(Lease.unused(Ip4.of("10.0.0.0")));
        for (int i = 1; i < 10; i++) table.hold(i, true);
        assertThat(next()).isEqualTo(0);
    }

    @Test
    void endingWhatIsNotHeldIsNothing() {
        offers.end(5);
        offers.end(client(7));
        assertThat(offers.size()).isZero();
    }
}
