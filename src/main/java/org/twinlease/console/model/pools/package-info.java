/// The Pools page without a toolkit: who owns the free addresses, how fast they go, what happens
/// when a server is lost.
@NullMarked
package org.twinlease.console.model.pools;

import org.jspecify.annotations.NullMarked;
