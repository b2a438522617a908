/// Draws the wizard that is open: every wizard is made of the same blocks.
@NullMarked
package org.twinlease.console.view.wizard;

import org.jspecify.annotations.NullMarked;
