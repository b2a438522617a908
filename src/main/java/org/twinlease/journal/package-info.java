/// Changes of leases and of pairs' states to a disk and back: checksummed records in preallocated
/// segments, one sync a batch, snapshots made while serving, and a replay that stops at the first
/// torn record. The disk is an argument, real or simulated.
@NullMarked
package org.twinlease.journal;

import org.jspecify.annotations.NullMarked;
