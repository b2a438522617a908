/// Where everything is put together with constructors: the program's entry, servers on real
/// sockets, disks and clocks, and the demo.
@NullMarked
package org.twinlease.app;

import org.jspecify.annotations.NullMarked;
