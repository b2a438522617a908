package org.twinlease.console.view.review;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.review.ReviewModel;
import org.twinlease.console.model.review.ReviewModel.Waiting;
import org.twinlease.console.view.Widgets;

/// What was applied and waits for a person's word: how long still, and both answers.
final class TrialBox extends VBox {

    private static final double WIDE = 10_000;
    private static final double LOW = 6;

    private final Label countdown = Widgets.paragraph("", "text-heading");
    private final Label kept = Widgets.paragraph("", "text-muted");
    private final ProgressBar left = new ProgressBar();

    TrialBox(ReviewModel model) {
        getStyleClass().addAll("card", "review-waiting");
        Widgets.tone(this, Tone.WATCH);
        var back = new Button(Text.of("review.back"));
        back.setId("back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> model.revert());
        var keep = new Button(Text.of("review.keep"));
        keep.setId("keep");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.getStyleClass().add("accent");
        keep.setOnAction(_ -> model.confirm());
        left.setMaxWidth(WIDE);
        left.setPrefHeight(LOW);
        var words = new VBox(countdown, kept);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words, back, keep);
        line.getStyleClass().add("pair-line");
        getChildren().setAll(line, left);
    }

    void show(@Nullable Waiting trial) {
        if (trial == null) return;
        countdown.setText(trial.words());
        kept.setText(trial.kept());
        left.setProgress(trial.left());
    }
}
