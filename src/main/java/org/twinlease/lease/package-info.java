/// Bindings in memory: one lease record, the address table with its indexes and lists, offers that
/// are held. No clock, no disk, no policy.
@NullMarked
package org.twinlease.lease;

import org.jspecify.annotations.NullMarked;
