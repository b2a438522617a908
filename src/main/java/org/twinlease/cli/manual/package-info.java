/// The manual, made of the command line's own descriptions: man pages, shell completion and one
/// page in Markdown. What `--help` says is all that there is to say, so it is said once.
@NullMarked
package org.twinlease.cli.manual;

import org.jspecify.annotations.NullMarked;
