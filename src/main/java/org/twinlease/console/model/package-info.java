/// What the console knows and does, without a toolkit: notices and answers of a
/// [org.twinlease.control.ControlChannel] go in, one immutable `State` a page comes out, a person's
/// intents become commands. All models of one console run on one thread, the one that its executor
/// stands for; a lease table of a million rows is kept in primitive columns and sorted aside.
@NullMarked
package org.twinlease.console.model;

import org.jspecify.annotations.NullMarked;
