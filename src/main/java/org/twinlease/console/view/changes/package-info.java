/// The Changes page.
@NullMarked
package org.twinlease.console.view.changes;

import org.jspecify.annotations.NullMarked;
