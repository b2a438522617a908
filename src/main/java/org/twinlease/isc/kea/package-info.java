/// What a dhcpd.conf says, in the words of Kea's `kea-dhcp4`: networks, pools, options, hosts and
/// classes where they translate, and a list of everything that does not. The document is a tree of
/// maps, lists, texts, numbers and flags with the names of Kea's own configuration, in the order in
/// which it is to be written. Where the two programs choose differently between settings, the list
/// says so.
@NullMarked
package org.twinlease.isc.kea;

import org.jspecify.annotations.NullMarked;
