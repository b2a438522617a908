/// The Drill page: a drill as text and as blocks on a timeline, the twin that it runs on, and what
/// came of it. Everything here is of a twin; nothing reaches the pair that the console looks at.
@NullMarked
package org.twinlease.console.model.drill;

import org.jspecify.annotations.NullMarked;
