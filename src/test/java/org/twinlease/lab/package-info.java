/// Tests of the packaged program against real clients in network namespaces, and against kill, full
/// disks and torn files. They need root and the lab's scripts, and say so where these are missing.
@NullMarked
package org.twinlease.lab;

import org.jspecify.annotations.NullMarked;
