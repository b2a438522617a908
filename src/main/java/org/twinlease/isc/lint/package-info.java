/// What dhcpd accepts and what goes wrong all the same: the rules of `spec/dhcpd-conf.md` section
/// 11, a row each in [org.twinlease.isc.lint.Lint], over the declarations of
/// [org.twinlease.isc.outline]. Every finding names the place, what follows from it in this very
/// configuration, and what to do; where a machine can do it, it says how.
@NullMarked
package org.twinlease.isc.lint;

import org.jspecify.annotations.NullMarked;
