/// The Review page.
@NullMarked
package org.twinlease.console.view.review;

import org.jspecify.annotations.NullMarked;
