/// Draws the Live page.
@NullMarked
package org.twinlease.console.view.live;

import org.jspecify.annotations.NullMarked;
