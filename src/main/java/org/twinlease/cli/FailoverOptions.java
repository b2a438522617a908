package org.twinlease.cli;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

import java.nio.file.Path;
import java.util.Set;

/// Which capture is read, the TCP ports of failover in it, and who is who; a role that is not given
/// is found in the capture.
public record FailoverOptions(
        Path file, Set<Integer> ports, @Nullable Ip4 primary, @Nullable Ip4 secondary) {}
