/// The failover pair without a toolkit: the truth bar, the Pair page, the orders to its servers.
@NullMarked
package org.twinlease.console.model.pair;

import org.jspecify.annotations.NullMarked;
