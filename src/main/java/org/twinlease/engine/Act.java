package org.twinlease.engine;

import org.twinlease.value.Ip4;
import org.twinlease.value.Reason;

/// Something the server did by itself to an address, and why.
record Act(long atMillis, Ip4 address, Reason reason) {}
