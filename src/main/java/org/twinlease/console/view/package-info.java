/// The console's window: pages in FXML with small controllers that draw the states of
/// `console.model` and forward what a person wants, a style sheet of tokens that names every
/// colour, size and font by role, and charts drawn on a canvas. The only room beside `app` that
/// knows JavaFX.
@NullMarked
package org.twinlease.console.view;

import org.jspecify.annotations.NullMarked;
