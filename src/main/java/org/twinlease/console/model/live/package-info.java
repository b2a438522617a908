/// The Live page without a toolkit: packets as they come.
@NullMarked
package org.twinlease.console.model.live;

import org.jspecify.annotations.NullMarked;
