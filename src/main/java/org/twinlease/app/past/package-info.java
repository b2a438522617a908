/// A server's record of the past: what happened to it, kept on its disk as long as there is room,
/// and what its leases were at a time.
@NullMarked
package org.twinlease.app.past;

import org.jspecify.annotations.NullMarked;
