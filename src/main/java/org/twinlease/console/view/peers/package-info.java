/// The Failover peers page.
@NullMarked
package org.twinlease.console.view.peers;

import org.jspecify.annotations.NullMarked;
