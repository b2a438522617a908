/// The Config page: the blocks of both configurations as one tree, with a form for each.
@NullMarked
package org.twinlease.console.model.config;

import org.jspecify.annotations.NullMarked;
