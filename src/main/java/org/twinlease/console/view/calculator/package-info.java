/// The Calculator page.
@NullMarked
package org.twinlease.console.view.calculator;

import org.jspecify.annotations.NullMarked;
