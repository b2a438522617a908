/// Draws the page of live drills, which looks like nothing else: it touches the real pair.
@NullMarked
package org.twinlease.console.view.livedrill;

import org.jspecify.annotations.NullMarked;
