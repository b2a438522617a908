/// The command palette: everything that can be done or opened, found by its words.
@NullMarked
package org.twinlease.console.model.palette;

import org.jspecify.annotations.NullMarked;
