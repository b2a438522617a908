package org.twinlease.value;

/// Every reason there is, with its operands named in order. The sentences are in
/// `control/reasons.properties` under the same names; a test keeps both complete.
public enum ReasonCode {
    /// address: the client already holds it.
    OFFER_HELD(1),
    /// address: already offered to this client a moment ago.
    OFFER_REPEATED(1),
    /// address: the client had it before and nobody took it since.
    OFFER_PREVIOUS(1),
    /// address: the client asked for it and it is free.
    OFFER_REQUESTED(1),
    /// address, seconds unused (-1: never used): longest unused of its pool.
    OFFER_LONGEST_UNUSED(2),
    /// address, host declaration.
    OFFER_FIXED(2),
    /// address: nothing else was left, and this abandoned address did not answer.
    OFFER_RECLAIMED(1),
    /// address.
    ACK_SELECTING(1),
    /// address.
    ACK_INIT_REBOOT(1),
    /// address.
    ACK_RENEWING(1),
    /// address.
    ACK_REBINDING(1),
    /// address of the client that only wants options.
    ACK_INFORM(1),
    /// address: a BOOTP client got it.
    ACK_BOOTP(1),
    /// class: the client is a member of it.
    CLASS_MEMBER(1),
    /// class, how many classes a client can be in: one too many.
    CLASS_EXCESS(2),
    /// first and last address of the pool, whom it denies.
    POOL_DENIES(2),
    /// first and last address of the pool, whom it is for.
    POOL_WANTS(2),
    /// class, its lease limit: as many leases count for it already.
    SILENT_LEASE_LIMIT(2),
    /// importance, text: a `log` statement of the configuration.
    CONFIGURATION_SAYS(2),
    /// program: an `execute` statement that was not carried out.
    PROGRAM_NOT_RUN(1),
    /// program and arguments: an `execute` statement that is carried out.
    PROGRAM_RUN(1),
    /// program, how it ended.
    PROGRAM_ENDED(2),
    /// seconds: as the client wished.
    TIME_WISHED(1),
    /// seconds: default-lease-time, the client had no wish.
    TIME_DEFAULT(1),
    /// seconds, wished or default seconds: cut by max-lease-time.
    TIME_MAX(2),
    /// seconds, wished or default seconds: raised by min-lease-time.
    TIME_MIN(2),
    /// seconds, seconds otherwise, percent of the pool in use, adaptive-lease-time-threshold.
    TIME_ADAPTIVE(4),
    /// the lease never ends.
    TIME_INFINITE(0),
    /// seconds, wished seconds: cut to what the failover protocol lets this server promise.
    TIME_MCLT(2),
    /// seconds left, seconds old, dhcp-cache-threshold: a young lease is answered as it stands.
    TIME_UNCHANGED(3),
    /// address, network: the client is not there any more.
    NAK_WRONG_NETWORK(2),
    /// address, relay or subnet that the client is behind: no subnet of the configuration is there,
    /// while the address is of another one.
    NAK_UNKNOWN_NETWORK(2),
    /// address: somebody else holds it.
    NAK_TAKEN(1),
    /// address: it is in no pool this client may use.
    NAK_NOT_PERMITTED(1),
    /// address, fixed address: the client has a fixed address and asked for another.
    NAK_NOT_FIXED(2),
    /// address: this server has no lease for the client there.
    NAK_UNKNOWN(1),
    /// relay or interface address: no subnet of the configuration holds it.
    SILENT_NO_SUBNET(1),
    /// network: every address that this client may have is in use.
    SILENT_NO_FREE(1),
    /// chosen server identifier: the client took another server's offer.
    SILENT_OTHER_SERVER(1),
    /// address: unknown here, and this server is not authoritative for the network.
    SILENT_NOT_AUTHORITATIVE(1),
    /// address: INIT-REBOOT for a lease that this server knows nothing of (RFC 2131 4.3.2).
    SILENT_UNKNOWN_LEASE(1),
    /// host declarations are required (`deny unknown-clients`).
    SILENT_UNKNOWN_CLIENT(0),
    /// `deny bootp` or no pool for BOOTP clients.
    SILENT_BOOTP(0),
    /// host declaration or network: `deny booting`.
    SILENT_BOOTING(1),
    /// seconds of the client, min-secs.
    SILENT_MIN_SECS(2),
    /// what is wrong, at which octet.
    SILENT_MALFORMED(2),
    /// message type that is no client's.
    SILENT_NOT_FOR_SERVERS(1),
    /// the disk does not take records, so nothing may be promised.
    SILENT_DISK(0),
    /// what it is for: a live drill is under way and nobody is answered.
    SILENT_DRILL(1),
    /// address: waiting for an answer to the ping before it is offered.
    SILENT_PING_PENDING(1),
    /// hops seen, most allowed.
    SILENT_HOPS(2),
    /// the client's wish cannot be identified: no hardware address and no client identifier.
    SILENT_NO_IDENTITY(0),
    /// hash bucket, relationship, seconds of the client, load balance max seconds: the client is
    /// the partner's (RFC 3074).
    SILENT_PARTNERS_CLIENT(4),
    /// relationship, this server's state in it: nobody is served.
    SILENT_FAILOVER_STATE(2),
    /// relationship, the partner's state: it demands that this server serves nobody.
    SILENT_PARTNER_DEMANDS(2),
    /// relationship: no MCLT is known yet, so nothing may be promised.
    SILENT_NO_MCLT(1),
    /// relationship, count: no free address of this server's, the partner holds so many.
    SILENT_PARTNER_HOLDS(2),
    /// relationship, count, when (seconds since 1970): as before, and when they may be given.
    SILENT_PARTNER_OPENS(3),
    /// address, binding state: free, but the partner's to give.
    SILENT_PARTNERS_LEASE(2),
    /// address, binding state: over, and the partner has not agreed yet.
    SILENT_IN_TRANSITION(2),
    /// a BOOTP client cannot be told that its time is limited (MCLT).
    SILENT_BOOTP_PAIR(0),
    /// address: DHCPRELEASE or DHCPDECLINE by a client that does not hold it.
    SILENT_NOT_HOLDER(1),
    SILENT_LATE(2),
    /// address: `ignore declines` or `deny declines` is set.
    SILENT_DECLINES(1),
    /// address, client: the lease ended and the address is free.
    LEASE_EXPIRED(2),
    /// address, client: given back.
    LEASE_RELEASED(2),
    /// address, client: in use by somebody else, says the client; seconds until it is tried again.
    LEASE_DECLINED(3),
    /// address: answered the ping before it was offered; seconds until it is tried again.
    LEASE_PING_ANSWERED(2),
    /// address: abandon-lease-time is over.
    LEASE_ABANDON_OVER(1),
    /// address, other address: the client took the other one and may have one lease
    /// (`one-lease-per-client`).
    LEASE_REPLACED(2),
    /// address, other address, hardware address: it took the other one, and may have one lease
    /// whatever its client identifier (`deny duplicates`).
    LEASE_DUPLICATE(3),
    /// address: imported from a lease file.
    LEASE_IMPORTED(1),
    /// address: an operator released it.
    LEASE_OPERATOR_RELEASED(1),
    /// address, client: the lease ended; free when the partner agrees.
    LEASE_EXPIRED_WAITS(2),
    /// address, binding state, relationship: the partner says so.
    LEASE_PARTNER_SAID(3),
    /// address, relationship, second since 1970: this server may have extended it so far before it
    /// lost its leases, so it stays active until then.
    LEASE_HELD(3),
    /// address, relationship: the partner agreed that the binding is over.
    LEASE_PARTNER_AGREED(2),
    /// address, relationship: the partner acknowledged; seconds that may be promised beyond MCLT.
    LEASE_ACKNOWLEDGED(3),
    /// address, relationship, binding state: the partner knows that the address is in that state.
    LEASE_KNOWN(3),
    /// address, relationship, reject reason in words: the partner refused the update.
    LEASE_PARTNER_REFUSED(3),
    /// address, relationship, own free, partner's free: given to the partner by a balance run.
    LEASE_BALANCED(4),
    /// address, relationship, hash bucket: free, and the partner's because its client is.
    LEASE_AFFINITY(3),
    /// address, relationship: the partner is down and cannot use it any more.
    LEASE_PARTNER_GONE(2),
    /// address, relationship: the partner takes the address for given, and is told first that the
    /// lease is over.
    LEASE_REOPENED(2),
    /// address, binding state, relationship: the partner is told now.
    LEASE_TELLING(3),
    /// relationship, what happened to the connection.
    PAIR_LINK_LOST(2),
    /// relationship, partner's state.
    PAIR_PARTNER_SAID(2),
    /// relationship: nothing was heard since the start.
    PAIR_STARTUP_OVER(1),
    /// relationship: the partner has sent all its updates.
    PAIR_UPDATED(1),
    /// relationship, seconds: MCLT has passed since recovery began.
    PAIR_MCLT_OVER(2),
    /// relationship, seconds: auto-partner-down.
    PAIR_AUTO_PARTNER_DOWN(2),
    /// relationship, state: an operator's order.
    PAIR_OPERATOR(2),
    /// relationship: first start, nothing is known.
    PAIR_FIRST_START(1),
    /// relationship, state before the restart.
    PAIR_RESTARTED(2),
    PAIR_DAMAGED(1),
    /// relationship, until when the two were together by this server's disk, when the partner lost
    /// it; both seconds since 1970.
    PAIR_OLD_DISK(3),
    PAIR_OLD_DISK_PERHAPS(3),
    /// relationship, partner's address: both accepted each other.
    PAIR_LINKED(2),
    /// relationship: the configuration was changed.
    PAIR_RECONFIGURED(1),
    /// relationship: a dhcpd, which does not tell why.
    PAIR_NOT_TOLD(1),
    /// relationship, what is done, seconds, what it is for: a live drill has begun.
    PAIR_DRILL(4),
    /// relationship, what was done, how it ended: a live drill is over.
    PAIR_DRILL_OVER(3),
    /// partner's address, port, what happened.
    LINK_REFUSED(3),
    /// relationship, what happened.
    LINK_CLOSED(2),
    /// relationship, what is wrong, at which octet of the message.
    LINK_MALFORMED(3),
    /// relationship: the partner opened a new connection.
    LINK_REPLACED(1),
    /// relationship, seconds.
    LINK_SILENT(2),
    /// relationship, seconds: the secondary did not answer.
    LINK_NO_CONNECTACK(2),
    /// relationship, seconds: the primary did not speak.
    LINK_NO_CONNECT(2),
    /// relationship, which address.
    LINK_NO_ADDRESS(2),
    /// relationship, which address, the name that has none.
    LINK_NO_SUCH_NAME(3),
    /// the partner's name of it, this server's.
    LINK_NAME(2),
    /// relationship, by how many seconds the partner is ahead, how many are tolerated, what the
    /// partner's clock said and what this server's did, seconds since 1970.
    LINK_CLOCK(5),
    /// relationship, octets of the hash bucket assignment.
    LINK_HBA(2),
    /// relationship, the partner's MCLT.
    LINK_MCLT(2),
    /// relationship, the partner's address: both are primary.
    LINK_ROLE(2),
    /// relationship, reason, the partner's words, what this server had said of itself.
    LINK_REJECTED(4),
    /// relationship, the number of a state that there is not.
    LINK_STATE(2),
    /// relationship, the partner's words: it does not take this server for its partner.
    LINK_UNKNOWN_THERE(2),
    /// relationship: the disk does not take records.
    LINK_DISK(1),
    /// relationship, an address that only one of the two has in its pools.
    LINK_POOLS(2),
    /// address and port, what happened.
    LINK_LISTEN(2);

    private final int operands;

    ReasonCode(int operands) {
        this.operands = operands;
    }

    /// How many operands the reason carries.
    public int operands() {
        return operands;
    }
}
