/// The Calculator page: what the numbers of a pair lead to, before they are set.
@NullMarked
package org.twinlease.console.model.calculator;

import org.jspecify.annotations.NullMarked;
