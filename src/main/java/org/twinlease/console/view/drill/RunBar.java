package org.twinlease.console.view.drill;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.twinlease.console.model.Text;
import org.twinlease.console.model.drill.DrillModel;
import org.twinlease.console.model.drill.DrillModel.State;
import org.twinlease.console.model.drill.RunClock.Phase;
import org.twinlease.console.view.Widgets;
import org.twinlease.drill.script.Times;

/// What lets the time of the twin pass, how fast, and what can be done to it meanwhile.
final class RunBar {

    private static final long DAY = 86_400;

    private final Button pause;
    private final Button branch;
    private final Button branchAt;
    private final SpeedSwitch speeds;
    private final HBox making = new HBox();
    private final MenuButton now = menu(Text.of("drill.now"), "fth-zap");

    RunBar(FlowPane row, DrillModel model) {
        Button run = button("run", Text.of("drill.run"), "fth-play", Text.of("drill.run.tip"));
        run.getStyleClass().setAll("button", "small-button", "accent");
        run.setOnAction(_ -> model.run());
        pause = button("pause", Text.of("drill.pause"), "fth-pause", Text.of("drill.pause.tip"));
        pause.setOnAction(_ -> model.pause());
        Button step =
                button(
                        "step",
                        Text.of("drill.step"),
                        "fth-skip-forward",
                        Text.of("drill.step.tip"));
        step.setOnAction(_ -> model.step());
        Button finish =
                button(
                        "finish",
                        Text.of("drill.finish"),
                        "fth-fast-forward",
                        Text.of("drill.finish.tip"));
        finish.setOnAction(_ -> model.finish());
        branch =
                button(
                        "branch",
                        Text.of("drill.branch"),
                        "fth-git-branch",
                        Text.of("drill.branch.tip"));
        branch.setOnAction(_ -> model.branch());
        branchAt =
                button(
                        "branch-at",
                        Text.of("drill.branch.at", ""),
                        "fth-git-branch",
                        Text.of("drill.branch.at.tip"));
        branchAt.setOnAction(_ -> model.branchAtMark());
        now.setId("now");
        now.setTooltip(new Tooltip(Text.of("drill.now.tip")));
        ActMenu.bind(now, model::deeds, offer -> model.act(offer.words()));
        var choice = new HBox();
        choice.getStyleClass().add("segments");
        choice.setAccessibleText(Text.of("drill.speed"));
        speeds = new SpeedSwitch(choice, model::speed);
        var progress = new ProgressBar();
        progress.getStyleClass().add("drill-making");
        Button cancel = button("cancel", Text.of("drill.cancel"), "fth-x", Text.of("drill.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        making.getChildren().setAll(progress, cancel);
        making.getStyleClass().add("pair-line");
        row.getChildren().setAll(run, pause, step, finish, choice, now, branch, branchAt, making);
    }

    static Button button(String id, String words, String icon, String tip) {
        var button = new Button(words, Widgets.icon(icon));
        button.getStyleClass().add("freeze");
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static MenuButton menu(String words, String icon) {
        var menu = new MenuButton(words, Widgets.icon(icon));
        menu.getStyleClass().add("drill-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }

    void show(State state) {
        Phase phase = state.run().phase();
        boolean lives = phase == Phase.RUNNING || phase == Phase.PAUSED;
        pause.setDisable(phase != Phase.RUNNING);
        now.setDisable(!lives);
        branch.setDisable(!lives);
        Widgets.seen(branchAt, state.branches());
        branchAt.setText(Text.of("drill.branch.at", Times.clock(state.script().mark() % DAY)));
        Widgets.seen(making, phase == Phase.MAKING);
        speeds.show(state.run().speed());
    }
}
