/// Draws the Health page.
@NullMarked
package org.twinlease.console.view.health;

import org.jspecify.annotations.NullMarked;
