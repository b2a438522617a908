/// The command line: one small class per command, which reads its words, has the work done through
/// [Programs] and prints the outcome. What is printed, and the exit codes, are a contract with
/// scripts. The only room that touches the standard streams.
@NullMarked
package org.twinlease.cli;

import org.jspecify.annotations.NullMarked;
