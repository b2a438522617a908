/// Reads and alters documents of one or two dhcpd.conf ([org.twinlease.config.document]).
@NullMarked
package org.twinlease.isc.document;

import org.jspecify.annotations.NullMarked;
