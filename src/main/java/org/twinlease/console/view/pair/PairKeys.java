package org.twinlease.console.view.pair;

import javafx.scene.input.KeyCode;

import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.pair.PairDeeds;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.wizard.WizardModel;

/// The keys of the page that open a wizard: Shift+P for a partner that is gone, M for maintenance.
final class PairKeys {

    private PairKeys() {}

    /// Asks for what rebalancing would do; nothing is ordered by a key alone.
    static void rebalance(PairController page, PairModel model, WizardModel wizards) {
        if (!model.shown().state().paired() || wizards.shown().state().open()) return;
        page.open("orders");
        model.deeds().ask(PairDeeds.Verb.REBALANCE);
    }

    /// Whether the key is one of them and none is open yet.
    static boolean press(KeyCode key, boolean paired, WizardModel wizards) {
        if (!paired || wizards.shown().state().open()) return false;
        switch (key) {
            case P -> wizards.open(Wizard.PARTNER_DOWN);
            case M -> wizards.open(Wizard.MAINTENANCE);
            default -> {
                return false;
            }
        }
        return true;
    }
}
