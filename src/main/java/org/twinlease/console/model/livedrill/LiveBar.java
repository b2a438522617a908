package org.twinlease.console.model.livedrill;

/// What stands above every page while a live drill is under way: how long it still lasts, and what
/// it does to whom. `on` is false while there is none.
public record LiveBar(boolean on, String left, String words) {

    static final LiveBar OFF = new LiveBar(false, "", "");
}
