/// A world in one process, from one seed: clock, network and disk that can be told to fail, and the
/// real engine running on them.
@NullMarked
package org.twinlease.sim;

import org.jspecify.annotations.NullMarked;
