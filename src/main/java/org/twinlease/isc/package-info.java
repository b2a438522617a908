/// ISC's formats. A dhcpd.conf is read in two steps: octets become tokens and a lossless tree of
/// statements and blocks ([org.twinlease.isc.tree.ConfTree], which gives back the file byte for
/// byte), and readers turn the tree into a [org.twinlease.config.Config], reporting every statement
/// that is wrong or not acted on. dhcpd.leases uses the same tokens. No files are opened here: the
/// caller hands in the octets.
@NullMarked
package org.twinlease.isc;

import org.jspecify.annotations.NullMarked;
