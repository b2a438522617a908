/// The twin of a failover pair: both servers of two configurations in a world of their own, with
/// clients that live as people's do, to be broken on purpose. Nothing of it leaves the process. It
/// judges nothing: it tells what happens as [Happening]s.
@NullMarked
package org.twinlease.sim.twin;

import org.jspecify.annotations.NullMarked;
