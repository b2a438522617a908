/// DHCPv4 on the wire: bytes to packets and back, without I/O and without policy (RFC 2131, 2132,
/// 3396). Decoding never throws, whatever the bytes are.
@NullMarked
package org.twinlease.wire.dhcp;

import org.jspecify.annotations.NullMarked;
