/// The language of drills: plain text that can be read aloud, to a [Scenario] and back. Every word
/// that it knows stands in one of three tables, [Deed], [Claim] and [Setting].
@NullMarked
package org.twinlease.drill.script;

import org.jspecify.annotations.NullMarked;
