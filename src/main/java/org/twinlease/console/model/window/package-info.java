/// Everything a window knows: the models of all pages, built and fed together.
@NullMarked
package org.twinlease.console.model.window;

import org.jspecify.annotations.NullMarked;
