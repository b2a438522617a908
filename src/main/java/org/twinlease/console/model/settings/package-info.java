/// The Settings page without a toolkit: a person's choices.
@NullMarked
package org.twinlease.console.model.settings;

import org.jspecify.annotations.NullMarked;
