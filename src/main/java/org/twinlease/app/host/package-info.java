/// The machine and the process that the program runs in: its name, its signals, its log, whether it
/// can open a window, and how a server leaves the terminal that it was started from.
@NullMarked
package org.twinlease.app.host;

import org.jspecify.annotations.NullMarked;
