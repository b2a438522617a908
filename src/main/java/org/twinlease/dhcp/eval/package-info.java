/// What the configuration leaves to be decided for each client: expressions evaluated and
/// statements carried out over one packet, one lease and what is kept with it (`spec/dhcpd-conf.md`
/// 7 and 8). Pure functions of their arguments, bounded in depth and size, that never throw: what
/// goes wrong is undefined, as in dhcpd. Logging and programs come back as values.
@NullMarked
package org.twinlease.dhcp.eval;

import org.jspecify.annotations.NullMarked;
