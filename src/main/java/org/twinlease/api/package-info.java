/// A server's control channel over HTTP and JSON: what people and programs use from another process
/// or another machine. Questions and orders are one request each, notices one line each of an
/// answer that does not end. Whoever asks shows the server's token; docs/control-api.md describes
/// the messages.
@NullMarked
package org.twinlease.api;

import org.jspecify.annotations.NullMarked;
