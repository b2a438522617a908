/// `twinlease drill`: rehearsals of trouble on a pair's twin, which touch nothing real.
@NullMarked
package org.twinlease.cli.drill;

import org.jspecify.annotations.NullMarked;
