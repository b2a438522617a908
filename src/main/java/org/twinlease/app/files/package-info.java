/// Configurations in the file system: read, written all together or not at all, and what the system
/// says when it refuses.
@NullMarked
package org.twinlease.app.files;

import org.jspecify.annotations.NullMarked;
