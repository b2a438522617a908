/// What both codecs share: the outcome of decoding bytes that came from outside.
@NullMarked
package org.twinlease.wire;

import org.jspecify.annotations.NullMarked;
