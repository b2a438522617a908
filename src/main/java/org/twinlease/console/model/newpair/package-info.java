/// The wizard for a new failover pair: five short pages from two servers and their networks to two
/// configurations that are checked, looked at and written.
@NullMarked
package org.twinlease.console.model.newpair;

import org.jspecify.annotations.NullMarked;
