/// Reads the expressions of dhcpd.conf into [org.twinlease.config.logic.Expression], with dhcpd's
/// own precedence. What can be named in them is asked of the caller.
@NullMarked
package org.twinlease.isc.expr;

import org.jspecify.annotations.NullMarked;
