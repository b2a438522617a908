/// A running dhcpd as its OMAPI shows it: the key and the names that its configuration gives, its
/// failover states and leases as the views that people know from this program's own servers, and
/// which orders may be given to it. No I/O: messages come in as values.
@NullMarked
package org.twinlease.isc.omapi;

import org.jspecify.annotations.NullMarked;
