/// Live drills at the console: a failure that is done to the running pair on purpose, led from
/// here, and ended by the server itself when this console is gone.
@NullMarked
package org.twinlease.console.model.livedrill;

import org.jspecify.annotations.NullMarked;
