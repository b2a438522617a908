/// What came of a drill, for programs and for people who were not there: JSON, JUnit XML, a page.
@NullMarked
package org.twinlease.drill.report;

import org.jspecify.annotations.NullMarked;
