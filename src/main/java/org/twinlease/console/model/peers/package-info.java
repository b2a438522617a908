/// The Failover peers page: a form over both configurations for each failover relationship.
@NullMarked
package org.twinlease.console.model.peers;

import org.jspecify.annotations.NullMarked;
