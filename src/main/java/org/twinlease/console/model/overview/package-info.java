/// The Overview page without a toolkit: counters, rates, pools, and the remarkable among what
/// happened.
@NullMarked
package org.twinlease.console.model.overview;

import org.jspecify.annotations.NullMarked;
