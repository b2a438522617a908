/// The command line as a whole, and the commands that work on this machine: files, a server of
/// their own, the console. What they print, and the exit codes, are a contract with scripts.
@NullMarked
package org.twinlease.cli.commands;

import org.jspecify.annotations.NullMarked;
