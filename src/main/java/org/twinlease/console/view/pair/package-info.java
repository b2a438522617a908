/// Draws the Pair page: two servers, their connection, the relation of their states, the orders.
@NullMarked
package org.twinlease.console.view.pair;

import org.jspecify.annotations.NullMarked;
