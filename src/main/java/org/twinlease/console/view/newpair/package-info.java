/// The wizard for a new failover pair.
@NullMarked
package org.twinlease.console.view.newpair;

import org.jspecify.annotations.NullMarked;
