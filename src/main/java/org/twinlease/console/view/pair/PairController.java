package org.twinlease.console.view.pair;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.twinlease.console.model.Empty;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Wizard;
import org.twinlease.console.model.pair.PairModel;
import org.twinlease.console.model.wizard.WizardModel;
import org.twinlease.console.view.PageController;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.wizard.WizardPane;

/// Draws the Pair page.
public final class PairController implements PageController {

    private final PairModel model;
    private final WizardModel wizards;
    private final WizardPane wizard;
    private final Button rehearse;
    private final StateDiagram diagram = new StateDiagram();
    private final PairCard first;
    private final PairCard second;
    private final LinkCard link = new LinkCard();
    private final PairOrders orders;
    @FXML private ScrollPane page;
    @FXML private FlowPane relations;
    @FXML private HBox servers;
    @FXML private StackPane states;
    @FXML private HBox legend;
    @FXML private ToggleGroup view;
    @FXML private VBox detail;
    @FXML private StackPane empty;
    @FXML private StackPane whole;
    private PairModel.State shown;

    /// `drill` starts a drill from here.
    public PairController(PairModel model, WizardModel wizards, Runnable drill) {
        rehearse = PairCard.drill(drill);
        this.model = model;
        this.wizards = wizards;
        wizard = new WizardPane(wizards);
        shown = model.shown().state();
        first = new PairCard("who-first", model::turn);
        second = new PairCard("who-second", model::turn);
        orders = new PairOrders(model.deeds(), wizards::open);
    }

    @FXML
    void initialize() {
        servers.getChildren().setAll(first, link, second);
        states.getChildren().setAll(diagram);
        var alone = new Empty(Text.of("pair.none.title"), Text.of("pair.none.advice"));
        VBox nothing = Widgets.empty(alone, "fth-link");
        nothing.getChildren().add(PairOrders.button(Wizard.JOIN, wizards::open));
        empty.getChildren().setAll(nothing);
        whole.getChildren().add(wizard);
        wizard.visibleProperty().subscribe(_ -> choosePart());
        view.selectedToggleProperty().subscribe((before, now) -> choose(before, now));
    }

    private void choose(Toggle before, Toggle now) {
        // One is always chosen: pressing it again changes nothing.
        if (now == null) view.selectToggle(before);
        else if (servers != null) drawDetail();
    }

    @Override
    public void enter() {
        model.shown().to(this::draw);
        wizard.enter();
    }

    @Override
    public void leave() {
        model.shown().toNobody();
        wizard.leave();
    }

    @Override
    public void back() {
        if (wizards.shown().state().open()) wizards.leave();
        else model.deeds().keep();
    }

    @Override
    public boolean press(KeyCode key) {
        return PairKeys.press(key, shown.paired(), wizards);
    }

    @Override
    public void key(KeyEvent key) {
        if (key.getCharacter().equals("D")) rehearse.fire();
        else if (key.getCharacter().equals("d")) open("doctor");
        else if (key.getCharacter().equals("b")) PairKeys.rebalance(this, model, wizards);
    }

    /// Opens one of the four views on the right: meaning, path, doctor or orders.
    public void open(String name) {
        view.getToggles().stream()
                .filter(toggle -> name.equals(toggle.getUserData()))
                .forEach(view::selectToggle);
    }

    private void draw(PairModel.State state) {
        shown = state;
        choosePart();
        if (!state.paired()) return;
        RelationChoice.draw(relations, state.relations(), model::choose);
        first.show(state.cards().getFirst());
        second.show(state.cards().getLast());
        link.show(state.link());
        diagram.show(state.nodes(), state.taken());
        legend.getChildren()
                .setAll(
                        PairCard.mark("who-first", state.cards().getFirst().name()),
                        PairCard.mark("who-second", state.cards().getLast().name()),
                        rehearse);
        drawDetail();
    }

    /// A wizard takes the page's place while it is open.
    private void choosePart() {
        boolean led = wizard.isVisible();
        Widgets.seen(page, shown.paired() && !led);
        Widgets.seen(empty, !shown.paired() && !led);
    }

    private void drawDetail() {
        if (!shown.paired()) return;
        Toggle chosen = view.getSelectedToggle();
        String name = chosen == null ? "" : (String) chosen.getUserData();
        switch (name) {
            case "path" -> PairFacts.path(detail, shown.path());
            case "doctor" -> PairFacts.checks(detail, shown.checks());
            case "orders" -> orders.draw(detail);
            default -> PairFacts.meanings(detail, shown.meanings());
        }
    }
}
