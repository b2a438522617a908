/// What a window of the console needs from the system around it.
@NullMarked
package org.twinlease.app.window;

import org.jspecify.annotations.NullMarked;
