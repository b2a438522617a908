/// What a configuration can say something about: its parameters, and options by space and code.
@NullMarked
package org.twinlease.config.words;

import org.jspecify.annotations.NullMarked;
