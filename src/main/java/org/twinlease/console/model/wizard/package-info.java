/// What leads a person through something dangerous or long, step by step: one wizard is a [Guide],
/// what a step shows is a list of [Block]s, and [WizardModel] walks, counts down and orders for all
/// of them.
@NullMarked
package org.twinlease.console.model.wizard;

import org.jspecify.annotations.NullMarked;
