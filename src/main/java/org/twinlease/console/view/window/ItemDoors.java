package org.twinlease.console.view.window;

import org.twinlease.console.model.draft.DraftPaneModel;
import org.twinlease.console.model.health.Item.Door;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.review.ReviewController;

/// Opens the place of an item of the Health page.
final class ItemDoors {

    private final ConsoleView view;

    ItemDoors(ConsoleView view) {
        this.view = view;
    }

    void open(Door door) {
        switch (door.place()) {
            case PAIR -> view.show(Pages.PAIR);
            case POOLS -> view.show(Pages.POOLS);
            case PEERS -> view.show(Pages.PEERS);
            case LEASES -> {
                view.show(Pages.LEASES);
                view.models().chosen().leases().search(door.what());
            }
            case LIVE -> {
                view.show(Pages.LIVE);
                view.models().live().filter(door.what());
            }
            case CONFIG -> config(door);
            case REVIEW -> {
                view.show(Pages.REVIEW);
                boolean part = !door.what().isEmpty();
                if (part && view.page() instanceof ReviewController page) page.open(door.what());
            }
            case NOWHERE -> {}
        }
    }

    private void config(Door door) {
        view.show(Pages.CONFIG);
        DraftPaneModel pane = view.models().drafts().pane();
        if (pane != null && door.line() > 0) pane.show(door.what(), door.line());
    }
}
