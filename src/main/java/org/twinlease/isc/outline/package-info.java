/// What a configuration declares and where: the statements of all its files in one order, with
/// includes in their places, and the networks, pools, hosts, classes and failover peers that they
/// make. Reads [org.twinlease.isc.tree] only and judges nothing, so that checks, edits and
/// comparisons can point at the very token that they mean; what a server acts on is for the
/// readers.
@NullMarked
package org.twinlease.isc.outline;

import org.jspecify.annotations.NullMarked;
