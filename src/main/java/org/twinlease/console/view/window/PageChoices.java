package org.twinlease.console.view.window;

import javafx.scene.layout.HBox;

import org.twinlease.console.model.pair.PairModel.Relation;
import org.twinlease.console.model.window.ConsoleModels;
import org.twinlease.console.view.Pages;
import org.twinlease.console.view.ServerSwitch;
import org.twinlease.console.view.Widgets;

import java.util.List;
import java.util.function.IntConsumer;

/// What a page can be about, beside its title: one of the servers, or one of their relationships,
/// where there are several. Of relationships it is the same choice as that of the Pair page.
final class PageChoices {

    private final HBox serverRow;
    private final HBox relationRow;
    private final ConsoleModels models;
    private final ServerSwitch servers;
    private final ServerSwitch relations;
    private boolean related;

    /// `look` has the pages of one server show another.
    PageChoices(HBox serverRow, HBox relationRow, ConsoleModels models, IntConsumer look) {
        this.serverRow = serverRow;
        this.relationRow = relationRow;
        this.models = models;
        servers = new ServerSwitch(serverRow, "server-", look);
        relations = new ServerSwitch(relationRow, "relation-of-page-", this::choose);
    }

    /// Another page is shown.
    void on(Pages page) {
        Widgets.seen(serverRow, page.ofOneServer && models.servers().size() > 1);
        related = page.isOfOneRelationship();
        draw();
    }

    void draw() {
        var names = models.servers().stream().map(m -> m.frame().shown().state().server()).toList();
        servers.show(names, models.number());
        List<Relation> all = all();
        Widgets.seen(relationRow, related && all.size() > 1);
        if (all.size() < 2) return;
        int chosen = all.stream().map(Relation::chosen).toList().indexOf(true);
        relations.show(all.stream().map(Relation::name).toList(), chosen);
    }

    private List<Relation> all() {
        return models.pair().shown().state().relations();
    }

    private void choose(int number) {
        List<Relation> all = all();
        if (number < all.size()) models.pair().choose(all.get(number).name());
    }
}
