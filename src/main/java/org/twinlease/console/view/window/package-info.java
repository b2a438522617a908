/// The window: what stands around every page, keys, looks, the pump that notices come through,
/// pictures of all pages.
@NullMarked
package org.twinlease.console.view.window;

import org.jspecify.annotations.NullMarked;
