/// Values that every room shares: addresses, client keys, clock readings, reasons. They hold no
/// policy, no state and no I/O.
@NullMarked
package org.twinlease.value;

import org.jspecify.annotations.NullMarked;
