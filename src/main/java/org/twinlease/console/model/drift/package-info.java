/// What the two halves of a pair say differently that they should say alike, and how one of them
/// takes over what the other says.
@NullMarked
package org.twinlease.console.model.drift;

import org.jspecify.annotations.NullMarked;
