/// The words that people and programs use with a running server: commands, queries, outcomes,
/// notices and the channel that carries them. Consoles and command lines know a server only through
/// [ControlChannel], so the same screens drive a server in this process or a remote one.
@NullMarked
package org.twinlease.control;

import org.jspecify.annotations.NullMarked;
