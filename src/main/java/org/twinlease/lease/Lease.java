package org.twinlease.lease;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.BindingState;
import org.twinlease.value.HardwareAddress;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;

import java.util.Objects;

/// Everything that is known about one address: what the journal keeps and what the table can give
/// back. Times are seconds since 1970 UTC, 0 for "never happened", [#NEVER] for "never ends";
/// `tstp`, `tsfp` and `atsfp` are the failover times of dhcpd's lease file. `relayAgent` is option
/// 82 as last seen (RFC 3046), kept for renewals that come without it. `variables` is what the
/// configuration's statements keep with the lease, in a form of theirs, and `billing` the class
/// that the lease counts for, by whose lease limit it was allowed.
public record Lease(
        Ip4 address,
        BindingState state,
        int flags,
        @Nullable HardwareAddress hardware,
        @Nullable Octets clientId,
        @Nullable Octets hostname,
        @Nullable Octets relayAgent,
        long starts,
        long ends,
        long cltt,
        long tstp,
        long tsfp,
        long atsfp,
        @Nullable Octets variables,
        @Nullable Octets billing) {

    /// A lease that no statement of the configuration has anything to do with.
    public Lease(
            Ip4 address,
            BindingState state,
            int flags,
            @Nullable HardwareAddress hardware,
            @Nullable Octets clientId,
            @Nullable Octets hostname,
            @Nullable Octets relayAgent,
            long starts,
            long ends,
            long cltt,
            long tstp,
            long tsfp,
            long atsfp) {
        this(
                address,
                state,
                flags,
                hardware,
                clientId,
                hostname,
                relayAgent,
                starts,
                ends,
                cltt,
                tstp,
                tsfp,
                atsfp,
                null,
                null);
    }

    /// The end of a lease that never ends.
    public static final long NEVER = 0xFFFF_FFFFL;

    /// Flag: never given to another client.
    public static final int RESERVED = 1;

    /// Flag: given to a BOOTP client.
    public static final int BOOTP = 2;

    /// Flag: the failover partner may know that a client has the address, so it is not free again
    /// before the partner agrees (what dhcpd calls the rewind binding state).
    public static final int TOLD_ACTIVE = 4;

    /// Flag: the failover partner may know that the binding is over, so it may have given the
    /// address to somebody else.
    public static final int TOLD_ENDED = 8;

    /// Both flags of what the partner may know.
    public static final int TOLD = TOLD_ACTIVE | TOLD_ENDED;

    /// An address that never had a client.
    public static Lease unused(Ip4 address) {
        return new Lease(address, BindingState.FREE, 0, null, null, null, null, 0, 0, 0, 0, 0, 0);
    }

    /// Whether nothing was ever known about the address, so that no record of it is needed.
    public boolean isUnused() {
        return equals(unused(address));
    }

    /// The same in another state.
    public Lease withState(BindingState other) {
        return of(other, flags, times());
    }

    /// The same with other flags.
    public Lease withFlags(int other) {
        return of(state, other, times());
    }

    /// The same with flags set.
    public Lease with(int more) {
        return withFlags(flags | more);
    }

    /// The same with flags cleared.
    public Lease without(int less) {
        return withFlags(flags & ~less);
    }

    /// Whether a flag is set.
    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /// The same with another start.
    public Lease withStarts(long other) {
        return of(state, flags, new Times(other, ends, cltt, tstp, tsfp, atsfp));
    }

    /// The same with another end.
    public Lease withEnds(long other) {
        return of(state, flags, new Times(starts, other, cltt, tstp, tsfp, atsfp));
    }

    /// The same with another time of the client's last transaction.
    public Lease withCltt(long other) {
        return of(state, flags, new Times(starts, ends, other, tstp, tsfp, atsfp));
    }

    /// The same with other failover times.
    public Lease withTimes(long otherTstp, long otherTsfp, long otherAtsfp) {
        return of(state, flags, new Times(starts, ends, cltt, otherTstp, otherTsfp, otherAtsfp));
    }

    /// The same without a trace of whom it belonged to.
    public Lease withoutClient() {
        return of(null, null, null, null);
    }

    /// The same for a client; host name and relay agent information are kept only when it is the
    /// one that the lease had.
    public Lease withClient(@Nullable HardwareAddress hw, @Nullable Octets id) {
        boolean same = Objects.equals(hw, hardware) && Objects.equals(id, clientId);
        return same ? this : of(hw, id, null, null);
    }

    /// The same with other variables, and counting for another class.
    public Lease withScript(@Nullable Octets otherVariables, @Nullable Octets otherBilling) {
        return new Lease(
                address,
                state,
                flags,
                hardware,
                clientId,
                hostname,
                relayAgent,
                starts,
                ends,
                cltt,
                tstp,
                tsfp,
                atsfp,
                otherVariables,
                otherBilling);
    }

    /// All six times, so that the copies above say only what differs.
    private record Times(long starts, long ends, long cltt, long tstp, long tsfp, long atsfp) {}

    private Times times() {
        return new Times(starts, ends, cltt, tstp, tsfp, atsfp);
    }

    /// The same client's, otherwise.
    private Lease of(BindingState otherState, int otherFlags, Times t) {
        return new Lease(
                address,
                otherState,
                otherFlags,
                hardware,
                clientId,
                hostname,
                relayAgent,
                t.starts,
                t.ends,
                t.cltt,
                t.tstp,
                t.tsfp,
                t.atsfp,
                variables,
                billing);
    }

    /// Otherwise the same, of another client.
    private Lease of(
            @Nullable HardwareAddress hw,
            @Nullable Octets id,
            @Nullable Octets host,
            @Nullable Octets agent) {
        return new Lease(
                address, state, flags, hw, id, host, agent, starts, ends, cltt, tstp, tsfp, atsfp);
    }
}
