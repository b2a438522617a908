/// What every command is made of: it reads its words, has the work done through [Programs] and
/// prints the outcome on a [Terminal]. The commands themselves are in packages of their own, by
/// what they need: `commands` on this machine, `remote` a running server. The only room that
/// touches the standard streams.
@NullMarked
package org.twinlease.cli;

import org.jspecify.annotations.NullMarked;
