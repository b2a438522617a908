/// The Review page: what would change in the files and in meaning, how it is applied for a time and
/// kept or put back, what the halves say differently, and every change with its inverse.
@NullMarked
package org.twinlease.console.model.review;

import org.jspecify.annotations.NullMarked;
