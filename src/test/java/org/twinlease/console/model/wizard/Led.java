package org.twinlease.console.model.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.window.PairDesk;

import java.util.List;
import java.util.Objects;

/// A person who is led by a wizard, and what they read.
final class Led {

    final PairDesk pair;
    final WizardModel wizard;

    Led(PairDesk pair) {
        this.pair = pair;
        wizard = pair.models.wizards();
    }

    Led open(Wizard which) {
        wizard.open(which);
        return this;
    }

    WizardModel.State state() {
        return wizard.shown().state();
    }

    WizardModel.Deed deed() {
        return Objects.requireNonNull(state().deed());
    }

    void go(int step) {
        while (state().at() < step) {
            int before = state().at();
            wizard.next();
            assertThat(state().at()).isEqualTo(before + 1);
        }
    }

    private <B extends Block> List<B> blocks(Class<B> type) {
        return state().blocks().stream().filter(type::isInstance).map(type::cast).toList();
    }

    Block.Finding finding(String title) {
        List<Block.Finding> all =
                blocks(Block.Findings.class).stream().flatMap(b -> b.list().stream()).toList();
        return all.stream()
                .filter(finding -> finding.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " not in " + all));
    }

    String words() {
        return blocks(Block.Words.class).stream().map(Block.Words::words).toList().toString();
    }

    List<String> steps() {
        return blocks(Block.Steps.class).getFirst().list();
    }

    Block.Listing listing() {
        return blocks(Block.Listing.class).getFirst();
    }

    List<Block.Clash> clashes() {
        return blocks(Block.Clashes.class).getFirst().list();
    }

    Block.Entry entry(String id) {
        return blocks(Block.Entry.class).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
