package org.twinlease.control;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Octets;

import java.util.List;

/// A message between the servers of a pair as it was captured. `number` counts from 1; `atMicros`
/// is since 1970 and `sinceMicros` since the first packet of the capture; `connection` counts from
/// 1; `from` and `to` are `primary` and `secondary`, or addresses where nobody knows; `src` and
/// `dst` are address and port; `together` is how many messages the packet completed.
///
/// `type` and `typeCode` name the message, `time` and `xid` are from its header, `raw` are all its
/// octets. Of a message that is malformed, `fault` says why, and the rest is as far as it can be
/// read; when [#hasHeader] is false there is nothing but the two octets of a length.
public record CapturedMessage(
        int number,
        long atMicros,
        long sinceMicros,
        int connection,
        String from,
        String to,
        String src,
        String dst,
        String type,
        int typeCode,
        int length,
        int payloadOffset,
        long time,
        long xid,
        List<CapturedOption> options,
        Octets raw,
        int together,
        @Nullable String fault,
        List<Meaning> meaning) {

    /// Whether there is more than a length.
    public boolean hasHeader() {
        return raw.length() >= 12;
    }
}
