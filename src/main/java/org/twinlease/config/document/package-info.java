/// The configurations of one server, or of both of a failover pair, as one document: its texts, how
/// it is to be altered, and what it is found to say. Values only; the reader of dhcpd.conf and the
/// keeper of the files are behind [org.twinlease.config.document.Documents].
@NullMarked
package org.twinlease.config.document;

import org.jspecify.annotations.NullMarked;
