/// Configurations and lease files for simulations: the pairs of trials and of drills.
@NullMarked
package org.twinlease.app.sim;

import org.jspecify.annotations.NullMarked;
