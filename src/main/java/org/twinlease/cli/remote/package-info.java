/// The commands that ask a running server over its control API, or give it orders: each says first
/// what an order would do, and refuses with its reason.
@NullMarked
package org.twinlease.cli.remote;

import org.jspecify.annotations.NullMarked;
