/// What two configurations mean differently, whatever their layout, order of statements, comments
/// and includes.
@NullMarked
package org.twinlease.isc.compare;

import org.jspecify.annotations.NullMarked;
