/// DHCP policy (RFC 2131): a client's message, the leases and a permit in, one decision out, with
/// its reasons. Plain functions of their arguments: no clock, no socket, no disk; the engine
/// carries the decisions out.
@NullMarked
package org.twinlease.dhcp;

import org.jspecify.annotations.NullMarked;
