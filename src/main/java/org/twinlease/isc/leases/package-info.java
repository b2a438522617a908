/// What stands in a dhcpd.leases file, entry by entry, as written: for people and programs that
/// want to know what a file says, and not only which leases follow from it.
@NullMarked
package org.twinlease.isc.leases;

import org.jspecify.annotations.NullMarked;
