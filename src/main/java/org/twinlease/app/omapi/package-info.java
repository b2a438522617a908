/// A running dhcpd, by its OMAPI, as one of the servers that people and programs connect to: what
/// it tells is asked for, what it may be told is told, and everything else is refused with words.
@NullMarked
package org.twinlease.app.omapi;

import org.jspecify.annotations.NullMarked;
