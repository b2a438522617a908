/// Changes of a configuration that touch nothing but what they are about: values, statements and
/// blocks put in and taken out the way the file itself is laid out (`spec/dhcpd-conf.md` section
/// 13). All of them are plain [org.twinlease.config.Edit] values; who writes the file is elsewhere.
@NullMarked
package org.twinlease.isc.edit;

import org.jspecify.annotations.NullMarked;
