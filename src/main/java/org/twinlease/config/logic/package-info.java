/// What a configuration leaves to be decided for each client: expressions and the statements that
/// use them (`spec/dhcpd-conf.md` 3.8 and 7), as data that nothing here evaluates. Each knows the
/// place in the files that it was read from, for problems and for reasons.
@NullMarked
package org.twinlease.config.logic;

import org.jspecify.annotations.NullMarked;
