/// Draws the Overview page.
@NullMarked
package org.twinlease.console.view.overview;

import org.jspecify.annotations.NullMarked;
