/// The lexical half of ISC's formats: octets become tokens that keep every blank and comment,
/// tokens become a tree of statements and blocks, and a [org.twinlease.isc.tree.Cursor] walks over
/// a statement and reads the forms that dhcpd.conf and dhcpd.leases have in common. What statements
/// mean is not known here.
@NullMarked
package org.twinlease.isc.tree;

import org.jspecify.annotations.NullMarked;
