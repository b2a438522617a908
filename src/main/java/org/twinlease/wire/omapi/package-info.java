/// OMAPI on the wire, the management protocol of ISC dhcpd 4.4: the byte stream of a TCP connection
/// to messages and back, and their signatures. No I/O, no clock and no policy; decoding never
/// throws, whatever the bytes are.
///
/// There is no document but dhcpd's own code (`omapip/protocol.c`); recorded sessions are the
/// tests.
@NullMarked
package org.twinlease.wire.omapi;

import org.jspecify.annotations.NullMarked;
