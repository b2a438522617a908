/// The Config page.
@NullMarked
package org.twinlease.console.view.config;

import org.jspecify.annotations.NullMarked;
