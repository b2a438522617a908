/// DHCPv4 failover on the wire: the byte stream of a TCP connection to messages and back, as ISC
/// dhcpd 4.4.3 speaks draft-ietf-dhc-failover-12. No I/O, no clock and no policy; decoding never
/// throws, whatever the bytes are.
///
/// The protocol is two tables: [MessageType], and [FailoverOption] with the messages in which each
/// option counts. [FailoverMessage] reads and writes by them; the other types are what single
/// messages say.
@NullMarked
package org.twinlease.wire.failover;

import org.jspecify.annotations.NullMarked;
