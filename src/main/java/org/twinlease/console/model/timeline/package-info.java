/// The Timeline page without a toolkit: what happened to the servers, and what their leases were.
@NullMarked
package org.twinlease.console.model.timeline;

import org.jspecify.annotations.NullMarked;
