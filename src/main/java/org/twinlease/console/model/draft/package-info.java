/// The configurations as a person edits them: what was read, what has been altered since, undo and
/// redo, the problems, and how it is stored.
@NullMarked
package org.twinlease.console.model.draft;

import org.jspecify.annotations.NullMarked;
