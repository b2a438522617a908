package org.twinlease.failover;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.FailoverPeer;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.value.Reason;
import org.twinlease.value.ReasonCode;
import org.twinlease.wire.failover.LoadBalance;

import java.util.function.Function;

/// A `failover peer` block with its defaults filled in (`spec/failover-protocol.md` section 11.1).
/// Intervals are seconds, shares are percent. `mclt` is 0 and `hba` null on a secondary, which
/// hears of both from the primary. An address is null when it cannot be resolved now.
public record Terms(
        String name,
        boolean primary,
        @Nullable Ip4 address,
        int port,
        @Nullable Ip4 peerAddress,
        int peerPort,
        int maxResponseDelay,
        int maxUnacked,
        int mclt,
        @Nullable Octets hba,
        int loadBalanceMax,
        int autoPartnerDown,
        Shares shares,
        Written written) {

    /// The two addresses as the configuration has them, null where it has none.
    public record Written(@Nullable String address, @Nullable String peerAddress) {}

    /// How free addresses are divided: max-lease-misbalance and max-lease-ownership in percent,
    /// min-balance and max-balance in seconds.
    public record Shares(int misbalance, int ownership, int minBalance, int maxBalance) {}

    /// The TCP port of the protocol (IANA: dhcp-failover).
    public static final int PORT = 647;

    /// A receive-timer below this makes a dhcpd flood its partner with CONTACT.
    private static final int LEAST_DELAY = 3;

    /// Reads a block; `resolve` turns an address or host name into an address, null when it cannot.
    public static Terms of(FailoverPeer peer, Function<String, @Nullable Ip4> resolve) {
        long split = peer.numbers().getOrDefault("split", -1L);
        Octets hba = peer.hba();
        if (hba == null && split >= 0) hba = LoadBalance.hbaOfSplit((int) split);
        return new Terms(
                peer.name(),
                peer.primary(),
                resolved(peer.address(), resolve),
                peer.port() > 0 ? peer.port() : PORT,
                resolved(peer.peerAddress(), resolve),
                peer.peerPort() > 0 ? peer.peerPort() : PORT,
                Math.max(LEAST_DELAY, number(peer, "max-response-delay", 20)),
                Math.max(1, number(peer, "max-unacked-updates", 100)),
                number(peer, "mclt", 0),
                peer.primary() ? hba : null,
                number(peer, "load-balance-max-seconds", 0),
                number(peer, "auto-partner-down", 0),
                new Shares(
                        orDefault(number(peer, "max-lease-misbalance", 15), 15),
                        orDefault(number(peer, "max-lease-ownership", 10), 10),
                        orDefault(number(peer, "min-balance", 60), 60),
                        orDefault(number(peer, "max-balance", 3600), 3600)),
                new Written(peer.address(), peer.peerAddress()));
    }

    private static @Nullable Ip4 resolved(
            @Nullable String address, Function<String, @Nullable Ip4> resolve) {
        return address == null ? null : resolve.apply(address);
    }

    private static int number(FailoverPeer peer, String key, int otherwise) {
        long value = peer.numbers().getOrDefault(key, (long) otherwise);
        return Math.clamp(value, 0, Integer.MAX_VALUE);
    }

    private static int orDefault(int value, int otherwise) {
        return value == 0 ? otherwise : value;
    }

    /// Why nobody can be called: which address is missing, or which name has none.
    Reason noAddress(boolean here) {
        String what = here ? "address" : "peer address";
        String given = here ? written.address() : written.peerAddress();
        return given == null
                ? Reason.of(ReasonCode.LINK_NO_ADDRESS, name, what)
                : Reason.of(ReasonCode.LINK_NO_SUCH_NAME, name, what, given);
    }
}
