/// The effective configuration of one server as an immutable record tree, with its defaults, and
/// every problem of it. Nothing here reads a file format; see `isc`.
@NullMarked
package org.twinlease.config;

import org.jspecify.annotations.NullMarked;
