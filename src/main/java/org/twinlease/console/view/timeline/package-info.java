/// Draws the Timeline page.
@NullMarked
package org.twinlease.console.view.timeline;

import org.jspecify.annotations.NullMarked;
