/// The Changes page: everything that people changed and ordered at this console, with its inverse.
@NullMarked
package org.twinlease.console.model.changes;

import org.jspecify.annotations.NullMarked;
