/// The three doors: what a console is opened on.
@NullMarked
package org.twinlease.console.model.doors;

import org.jspecify.annotations.NullMarked;
