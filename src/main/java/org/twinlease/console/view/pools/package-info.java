/// Draws the Pools page.
@NullMarked
package org.twinlease.console.view.pools;

import org.jspecify.annotations.NullMarked;
