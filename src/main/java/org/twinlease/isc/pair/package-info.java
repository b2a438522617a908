/// Two configurations as the halves of one failover pair: whether they find each other, share the
/// same addresses, and tell clients the same (`spec/dhcpd-conf.md` 11.2, 12), with what belongs to
/// each server by itself left out.
@NullMarked
package org.twinlease.isc.pair;

import org.jspecify.annotations.NullMarked;
