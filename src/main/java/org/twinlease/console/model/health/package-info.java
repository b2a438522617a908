/// What will bite next: everything that can be checked of the servers, their configurations and
/// their clients, as items with evidence, consequence and the way to their place.
@NullMarked
package org.twinlease.console.model.health;

import org.jspecify.annotations.NullMarked;
