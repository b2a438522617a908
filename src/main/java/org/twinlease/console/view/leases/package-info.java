/// Draws the Leases page: a table that stays still while rows change, and one lease in full.
@NullMarked
package org.twinlease.console.view.leases;

import org.jspecify.annotations.NullMarked;
