/// `twinlease conf`: the commands that read, change and compare configurations.
@NullMarked
package org.twinlease.cli.conf;

import org.jspecify.annotations.NullMarked;
