/// The Leases page without a toolkit: a table of primitive columns, queries and orders over it, one
/// lease in full.
@NullMarked
package org.twinlease.console.model.leases;

import org.jspecify.annotations.NullMarked;
