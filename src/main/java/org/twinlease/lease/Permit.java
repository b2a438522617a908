package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.Reason;

/// What DHCP policy may do with leases: whom to answer, which free addresses are this server's to
/// give, and how long a promise may be. A server alone may do everything; in a failover pair the
/// relation's state decides, and policy never sees that state.
public interface Permit {

    /// What a server alone may do: everything.
    Permit ALONE = new Alone();

    /// Why a client is not to be answered now, null when it may be. `secs` is what the client says
    /// it has waited; `discover` tells a DHCPDISCOVER from the other messages.
    @Nullable Reason refusal(int pool, ClientKey client, int secs, boolean discover);

    /// The state of those free addresses of a pool that are this server's to give.
    BindingState ownFree(int pool);

    /// The longest lease time, at most `wished` seconds, that may be promised for a row now.
    long longest(Lease lease, long wished, long nowSeconds);

    /// See [#ALONE].
    record Alone() implements Permit {
        @Override
        public @Nullable Reason refusal(int pool, ClientKey client, int secs, boolean discover) {
            return null;
        }

        @Override
        public BindingState ownFree(int pool) {
            return BindingState.FREE;
        }

        @Override
        public long longest(Lease lease, long wished, long nowSeconds) {
            return wished;
        }
    }
}
