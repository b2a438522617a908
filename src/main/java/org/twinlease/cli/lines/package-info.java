/// What commands write, in lines for people and in JSON for programs. Times that people read have
/// their age beside them, by the clock of the server that they are about.
@NullMarked
package org.twinlease.cli.lines;

import org.jspecify.annotations.NullMarked;
