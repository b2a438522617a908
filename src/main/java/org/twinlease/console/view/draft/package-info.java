/// What stands beside every form over configurations: the texts, the problems, undo and redo.
@NullMarked
package org.twinlease.console.view.draft;

import org.jspecify.annotations.NullMarked;
