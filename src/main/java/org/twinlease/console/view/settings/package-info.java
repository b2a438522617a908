/// Draws the Settings page.
@NullMarked
package org.twinlease.console.view.settings;

import org.jspecify.annotations.NullMarked;
