/// Drills: stories of trouble that a pair's twin lives through, and what came of them. A [Twin]
/// runs a scenario and can be looked at, steered and branched while it does; its [Verdict] says
/// what every client went through and why.
@NullMarked
package org.twinlease.drill;

import org.jspecify.annotations.NullMarked;
