package org.twinlease.console.view.window;

import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.config.ConfigModel;
import org.twinlease.console.model.draft.DraftModel;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.palette.PaletteModel.Command;
import org.twinlease.console.model.peers.PeersModel;
import org.twinlease.console.model.settings.SettingsModel.Theme;
import org.twinlease.console.model.window.DraftModels;
import org.twinlease.console.view.Pages;

import java.util.ArrayList;
import java.util.List;

/// What the palette offers: pages, orders, and every place of the configurations.
final class Commands {

    private final ConsoleSession session;
    private final ConsoleView view;

    Commands(ConsoleSession session, ConsoleView view) {
        this.session = session;
        this.view = view;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        for (Pages page : Pages.values()) {
            if (!page.isFor(session)) continue;
            String keys = page.digit() < 0 ? "" : "Ctrl+" + page.digit();
            String title = Text.of(page.title);
            all.add(new Command(title, Text.of("palette.page"), keys, () -> view.show(page)));
        }
        var settings = view.models().settings();
        String order = Text.of("palette.order");
        all.add(
                new Command(
                        Text.of("palette.light"), order, "", () -> settings.theme(Theme.LIGHT)));
        all.add(new Command(Text.of("palette.dark"), order, "", () -> settings.theme(Theme.DARK)));
        all.add(new Command(Text.of("palette.reload"), order, "F5", () -> view.models().start()));
        all.add(new Command(Text.of("keys.title"), order, "?", () -> view.overlay().keys()));
        all.add(new Command(Text.of("newpair.palette"), order, "", view::openNewPair));
        if (Pages.PAIR.isFor(session)) relationships(all);
        if (Pages.PAIR.isFor(session)) {
            boolean paired = view.models().pair().truth().state().paired();
            for (Wizard wizard : Wizard.values()) {
                if (wizard.isOfPair() != paired) continue;
                String keys =
                        switch (wizard) {
                            case PARTNER_DOWN -> "Shift+P";
                            case MAINTENANCE -> "M";
                            case BRING_BACK, REBUILD, CONFLICT, JOIN, LEAVE, SWAP -> "";
                        };
                all.add(new Command(wizard.label(), order, keys, () -> lead(wizard)));
            }
        }
        drills(all);
        if (session.documents() != null && !view.isRehearsal()) draft(all, order);
        return all;
    }

    private void relationships(List<Command> all) {
        PairModel pair = view.models().pair();
        List<PairModel.Relation> relations = pair.shown().state().relations();
        if (relations.size() < 2) return;
        for (PairModel.Relation relation : relations) {
            Runnable open =
                    () -> {
                        view.show(Pages.PAIR);
                        pair.choose(relation.name());
                    };
            String title = Text.of("pair.relation.name", relation.name(), relation.states());
            all.add(new Command(title, Text.of("page.pair"), "", open));
        }
    }

    private void lead(Wizard wizard) {
        view.show(Pages.PAIR);
        view.models().wizards().open(wizard);
    }

    private void drills(List<Command> all) {
        for (DrillModel.Lesson each : view.models().drill().shown().state().lessons()) {
            Runnable open =
                    () -> {
                        view.show(Pages.DRILL);
                        view.models().drill().choose(each.name());
                    };
            all.add(new Command(each.title(), Text.of("page.drill"), "", open));
        }
    }

    private void draft(List<Command> all, String order) {
        DraftModels drafts = view.models().drafts();
        DraftModel draft = drafts.draft();
        if (draft.canUndo()) {
            all.add(new Command(Text.of("draft.undo"), order, "Ctrl+Z", draft::undo));
        }
        if (draft.canRedo()) {
            all.add(new Command(Text.of("draft.redo"), order, "Ctrl+Y", draft::redo));
        }
        PeersModel peers = drafts.peers();
        List<String> names = peers.shown().state().names();
        for (int i = 0; i < names.size(); i++) {
            int number = i;
            Runnable open =
                    () -> {
                        view.show(Pages.PEERS);
                        peers.choose(number);
                    };
            all.add(new Command(names.get(i), Text.of("config.kind.peer"), "", open));
        }
        ConfigModel config = drafts.config();
        for (ConfigModel.Branch branch : config.shown().state().tree()) {
            if (branch.depth() == 0) continue;
            Runnable open =
                    () -> {
                        view.show(Pages.CONFIG);
                        config.choose(branch.id());
                    };
            all.add(new Command(branch.title(), branch.kind(), "", open));
        }
    }

    /// Leases that have what is typed.
    List<Command> also(String typed) {
        if (!Pages.LEASES.isFor(session)) return List.of();
        Runnable find =
                () -> {
                    view.show(Pages.LEASES);
                    view.models().chosen().leases().find(typed);
                };
        String title = Text.of("palette.find", typed);
        return List.of(new Command(title, Text.of("page.leases"), "", find));
    }
}
