package org.twinlease.wire.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

/// What a BNDUPD says of one address. Times are absolute seconds since 1970 by the sender's clock;
/// -1 stands for an option that is absent, and for `cltt` 0 does. `startTimeOfState` is where dhcpd
/// sends the start of the lease. `flags` are [#RESERVED] and [#BOOTP]; other bits are for the
/// reader to ignore.
public record BindingUpdate(
        Ip4 address,
        BindingState status,
        @Nullable Octets clientId,
        @Nullable HardwareAddress hardware,
        long leaseExpiration,
        long potentialExpiration,
        long startTimeOfState,
        long cltt,
        int flags) {

    /// The time of an option that is not there.
    public static final long ABSENT = -1;

    /// The address is reserved for its client.
    public static final int RESERVED = 1;

    /// The lease is one of dynamic BOOTP.
    public static final int BOOTP = 2;

    /// All flags that mean something.
    public static final int FLAGS = RESERVED | BOOTP;

    /// The last second that dhcpd's clock can say; it stands for "never".
    public static final long LAST_SECOND = 0x7FFF_FFFFL;

    /// What reading a BNDUPD comes to.
    public sealed interface Read {

        /// The address that the answer must name; 0.0.0.0 where the BNDUPD names none.
        Ip4 address();

        /// The update is complete in itself; whether it may be taken is for the lease to say.
        record Ok(BindingUpdate update) implements Read {
            @Override
            public Ip4 address() {
                return update.address;
            }
        }

        /// The update contradicts itself: the reason and the words that dhcpd answers with.
        record Reject(Ip4 address, RejectReason reason, String message) implements Read {}
    }

    /// The message, its options in dhcpd's order. Expiration, potential expiration and start are
    /// always there, 0 where they are unknown; an abandoned address has no client.
    public FailoverMessage message() {
        FailoverMessage.Builder out =
                FailoverMessage.of(MessageType.BNDUPD)
                        .put(FailoverOption.ASSIGNED_IP_ADDRESS, address)
                        .put(FailoverOption.BINDING_STATUS, status.code());
        if (status != BindingState.ABANDONED) {
            if (clientId != null && clientId.length() > 0) {
                out.put(FailoverOption.CLIENT_IDENTIFIER, clientId);
            }
            if (hardware != null) {
                out.put(FailoverOption.CLIENT_HARDWARE_ADDRESS, octets(hardware));
            }
        }
        out.put(FailoverOption.LEASE_EXPIRATION_TIME, Math.max(0, leaseExpiration))
                .put(FailoverOption.POTENTIAL_EXPIRATION_TIME, Math.max(0, potentialExpiration))
                .put(FailoverOption.START_TIME_OF_STATE, Math.max(0, startTimeOfState));
        if (cltt > 0) out.put(FailoverOption.CLIENT_LAST_TRANSACTION_TIME, cltt);
        if (flags != 0) out.put(FailoverOption.IP_FLAGS, flags);
        return out.build();
    }

    private static Octets octets(HardwareAddress hardware) {
        byte[] data = new byte[1 + hardware.address().length()];
        data[0] = (byte) hardware.type();
        hardware.address().copyTo(data, 1);
        return Octets.of(data);
    }

    /// Reads a BNDUPD. What is refused here is what dhcpd refuses without a look at the lease; of
    /// its checks, an unknown address and a duel of two updates come between the missing options
    /// and the client, so whoever wants dhcpd's exact answer asks for those two before the client's
    /// refusal is sent. Other than dhcpd, which ends over a status that is none, this refuses it;
    /// and a hardware address is at most 16 octets, as `chaddr` is, where dhcpd takes up to 20.
    public static Read read(FailoverMessage message) {
        Ip4 address = message.ip(FailoverOption.ASSIGNED_IP_ADDRESS);
        if (!message.has(FailoverOption.ASSIGNED_IP_ADDRESS)
                || !message.has(FailoverOption.BINDING_STATUS)) {
            return new Read.Reject(
                    address,
                    RejectReason.MISSING_BINDING_INFORMATION,
                    "binding update lacks required options");
        }
        int code = (int) message.number(FailoverOption.BINDING_STATUS);
        if (code < BindingState.FREE.code() || code > BindingState.BACKUP.code()) {
            return misfit(address, "unknown binding status " + code);
        }
        BindingState status = BindingState.of(code);
        Octets hardware = message.bytes(FailoverOption.CLIENT_HARDWARE_ADDRESS);
        Octets clientId = message.bytes(FailoverOption.CLIENT_IDENTIFIER);
        Read client = client(address, status, hardware, clientId);
        return client != null
                ? client
                : new Read.Ok(
                        new BindingUpdate(
                                address,
                                status,
                                clientId == null || clientId.length() == 0 ? null : clientId,
                                hardware == null || hardware.length() == 0
                                        ? null
                                        : hardware(hardware),
                                time(message, FailoverOption.LEASE_EXPIRATION_TIME),
                                time(message, FailoverOption.POTENTIAL_EXPIRATION_TIME),
                                time(message, FailoverOption.START_TIME_OF_STATE),
                                message.number(FailoverOption.CLIENT_LAST_TRANSACTION_TIME),
                                (int) message.number(FailoverOption.IP_FLAGS)));
    }

    /// Checks 4 and 5 of dhcpd: what is wrong with the client of a binding, null if nothing is.
    private static @Nullable Read client(
            Ip4 address,
            BindingState status,
            @Nullable Octets hardware,
            @Nullable Octets clientId) {
        if (hardware != null && status == BindingState.ABANDONED) {
            return misfit(address, "BNDUPD to ABANDONED with a CHADDR");
        }
        if (hardware != null && hardware.length() > 17) return misfit(address, "chaddr too long");
        boolean needed =
                switch (status) {
                    case ACTIVE, EXPIRED, RELEASED -> true;
                    case FREE, ABANDONED, RESET, BACKUP -> false;
                };
        if (needed && (hardware == null || hardware.length() == 0)) {
            return new Read.Reject(
                    address, RejectReason.MISSING_BINDING_INFORMATION, "BNDUPD without CHADDR");
        }
        if (clientId != null && status == BindingState.ABANDONED) {
            return misfit(address, "BNDUPD to ABANDONED with client-id");
        }
        return null;
    }

    private static Read misfit(Ip4 address, String message) {
        return new Read.Reject(address, RejectReason.MISCELLANEOUS, message);
    }

    private static HardwareAddress hardware(Octets data) {
        return new HardwareAddress(data.at(0), Octets.of(data.toArray(), 1, data.length() - 1));
    }

    private static long time(FailoverMessage message, FailoverOption option) {
        return message.has(option) ? message.number(option) : ABSENT;
    }
}
