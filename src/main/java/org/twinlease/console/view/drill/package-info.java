/// The Drill page.
@NullMarked
package org.twinlease.console.view.drill;

import org.jspecify.annotations.NullMarked;
