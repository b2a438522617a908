/// The failover pair (draft-ietf-dhc-failover-12 as ISC dhcpd 4.4.3 speaks it): the relation of
/// states, the session with the partner, the queue of binding updates, the balance of free
/// addresses, and the permit that DHCP policy works under. Sans-IO: time comes in as an argument,
/// links and disk are the [PairHost]'s.
@NullMarked
package org.twinlease.failover;

import org.jspecify.annotations.NullMarked;
