/// What stands around the pages of one server: who it is, how it is, how old that knowledge is.
@NullMarked
package org.twinlease.console.model.frame;

import org.jspecify.annotations.NullMarked;
