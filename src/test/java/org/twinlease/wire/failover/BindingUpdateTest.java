package org.twinlease.wire.failover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

class BindingUpdateTest {

    private static final Ip4 ADDRESS = Ip4.of("10.77.0.100");
    private static final HardwareAddress HARDWARE = HardwareAddress.ethernet(0x0200_0000_0102L);
    private static final Octets CLIENT = Octets.of(new byte[] {1, 2, 0, 0, 0, 1, 2});

    private static BindingUpdate full(BindingState status) {
        return new BindingUpdate(ADDRESS, status, CLIENT, HARDWARE, 100, 200, 50, 60, 3);
    }

    private static FailoverMessage.Builder told(long status) {
        return FailoverMessage.of(MessageType.BNDUPD)
                .put(FailoverOption.ASSIGNED_IP_ADDRESS, ADDRESS)
                .put(FailoverOption.BINDING_STATUS, status);
    }

    private static BindingUpdate.Read.Reject reject(RejectReason reason, String words) {
        return new BindingUpdate.Read.Reject(ADDRESS, reason, words);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ABANDONED")
    void whatIsToldIsRead(BindingState status) {
        assertThat(Remade.update(full(status).message())).isEqualTo(full(status));
    }

    @Test
    void anAbandonedAddressHasNoClient() {
        BindingUpdate read = Remade.update(full(BindingState.ABANDONED).message());
        assertThat(read.clientId()).isNull();
        assertThat(read.hardware()).isNull();
        assertThat(read.flags()).isEqualTo(BindingUpdate.RESERVED | BindingUpdate.BOOTP);
    }

    @Test
    void threeTimesAreAlwaysToldAndZeroWhereUnknown() {
        FailoverMessage message = Remade.bare("10.77.0.100", BindingState.FREE).message();
        assertThat(message.options())
                .extracting(FailoverField::code)
                .containsExactly(2, 3, 13, 18, 25);
        BindingUpdate read = Remade.update(message);
        assertThat(read.leaseExpiration() + read.potentialExpiration() + read.startTimeOfState())
                .isZero();
        assertThat(read.cltt()).isZero();
    }

    @Test
    void theOptionsStandInDhcpdsOrder() {
        assertThat(full(BindingState.ACTIVE).message().options())
                .extracting(FailoverField::code)
                .containsExactly(2, 3, 4, 5, 13, 18, 25, 6, 12);
    }

    @Test
    void anEmptyIdentifierIsNone() {
        BindingUpdate update =
                new BindingUpdate(ADDRESS, BindingState.FREE, Octets.EMPTY, null, 0, 0, 0, 0, 0);
        assertThat(update.message().has(FailoverOption.CLIENT_IDENTIFIER)).isFalse();
        assertThat(
                        Remade.update(
                                        told(1).put(FailoverOption.CLIENT_IDENTIFIER, Octets.EMPTY)
                                                .build())
                                .clientId())
                .isNull();
    }

    @Test
    void absentTimesAreToldFromZero() {
        BindingUpdate read = Remade.update(told(1).build());
        assertThat(read.leaseExpiration()).isEqualTo(BindingUpdate.ABSENT);
        assertThat(read.potentialExpiration()).isEqualTo(BindingUpdate.ABSENT);
        assertThat(read.startTimeOfState()).isEqualTo(BindingUpdate.ABSENT);
    }

    @Test
    void addressAndStatusAreRequired() {
        RejectReason missing = RejectReason.MISSING_BINDING_INFORMATION;
        String words = "binding update lacks required options";
        assertThat(
                        BindingUpdate.read(
                                FailoverMessage.of(MessageType.BNDUPD)
                                        .put(FailoverOption.ASSIGNED_IP_ADDRESS, ADDRESS)
                                        .build()))
                .isEqualTo(reject(missing, words));
        BindingUpdate.Read nameless =
                BindingUpdate.read(
                        FailoverMessage.of(MessageType.BNDUPD)
                                .put(FailoverOption.BINDING_STATUS, 1)
                                .build());
        assertThat(nameless).isEqualTo(new BindingUpdate.Read.Reject(Ip4.ZERO, missing, words));
        assertThat(nameless.address()).isEqualTo(Ip4.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void whoHoldsItIsRequiredOfALeaseThatIsOrWas(BindingState status) {
        BindingUpdate.Read read = BindingUpdate.read(told(status.code()).build());
        switch (status) {
            case ACTIVE, EXPIRED, RELEASED ->
                    assertThat(read)
                            .isEqualTo(
                                    reject(
                                            RejectReason.MISSING_BINDING_INFORMATION,
                                            "BNDUPD without CHADDR"));
            case FREE, BACKUP, RESET, ABANDONED -> {
                assertThat(read).isInstanceOf(BindingUpdate.Read.Ok.class);
                assertThat(read.address()).isEqualTo(ADDRESS);
            }
        }
    }

    @Test
    void anAbandonedAddressMustNotNameAClient() {
        Octets hardware = Octets.of(new byte[7]);
        assertThat(
                        BindingUpdate.read(
                                told(5).put(FailoverOption.CLIENT_IDENTIFIER, CLIENT)
                                        .put(FailoverOption.CLIENT_HARDWARE_ADDRESS, hardware)
                                        .build()))
                .isEqualTo(reject(RejectReason.MISCELLANEOUS, "BNDUPD to ABANDONED with a CHADDR"));
        assertThat(
                        BindingUpdate.read(
                                told(5).put(FailoverOption.CLIENT_IDENTIFIER, CLIENT).build()))
                .isEqualTo(
                        reject(RejectReason.MISCELLANEOUS, "BNDUPD to ABANDONED with client-id"));
    }

    @Test
    void aHardwareAddressHasAtMost16Octets() {
        assertThat(
                        BindingUpdate.read(
                                told(2).put(
                                                FailoverOption.CLIENT_HARDWARE_ADDRESS,
                                                Octets.of(new byte[18]))
                                        .build()))
                .isEqualTo(reject(RejectReason.MISCELLANEOUS, "chaddr too long"));
        BindingUpdate longest =
                Remade.update(
                        told(2).put(FailoverOption.CLIENT_HARDWARE_ADDRESS, Octets.of(new byte[17]))
                                .build());
        assertThat(longest.hardware()).isEqualTo(new HardwareAddress(0, Octets.of(new byte[16])));
    }

    @Test
    void aStatusThatIsNoneIsRefusedAndKillsNobody() {
        for (int status : new int[] {0, 8, 255}) {
            assertThat(BindingUpdate.read(told(status).build()))
                    .isEqualTo(
                            reject(RejectReason.MISCELLANEOUS, "unknown binding status " + status));
        }
    }
}
