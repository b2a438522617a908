/// The one owner of all state: takes a batch from its inbox with one reading of the clocks,
/// decides, carries the decisions out in order (append, apply, sync, send) and publishes notices.
/// It starts no thread and opens no socket.
@NullMarked
package org.twinlease.engine;

import org.jspecify.annotations.NullMarked;
