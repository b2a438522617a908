/// Captured packets: the octets of a pcap or pcapng file to frames, frames to TCP segments, and
/// segments to the byte stream of each direction of each connection. Octets in, values out: no file
/// is opened here. Whatever the octets are, nothing throws, and no more is held than the limits
/// named in [CaptureReader] and [TcpStreams].
@NullMarked
package org.twinlease.wire.pcap;

import org.jspecify.annotations.NullMarked;
