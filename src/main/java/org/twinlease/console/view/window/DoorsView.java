package org.twinlease.console.view.window;

import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.doors.Doors;
import org.twinlease.console.model.doors.DoorsModel;
import org.twinlease.console.model.doors.DoorsModel.Entry;
import org.twinlease.console.model.newpair.NewPairModel;
import org.twinlease.console.model.settings.SettingsModel;
import org.twinlease.console.view.Widgets;
import org.twinlease.console.view.newpair.NewPairView;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// The three doors, in the window that becomes the console's once one of them was opened.
public final class DoorsView {

    private static final double WIDTH = 1_180;
    private static final double HEIGHT = 720;
    private static final double CORNER = 600;

    private final DoorsModel model;
    private final Doors doors;
    private @Nullable NewPairModel wizard;
    private final Map<Entry, TextField> fields = new EnumMap<>(Entry.class);
    private final Stage stage;
    @FXML private Button demo;
    @FXML private Button files;
    @FXML private Button servers;
    @FXML private TextField config;
    @FXML private TextField partnerConfig;
    @FXML private TextField leases;
    @FXML private TextField partnerLeases;
    @FXML private TextField server;
    @FXML private TextField partnerServer;
    @FXML private TextField token;
    @FXML private TextField partnerToken;
    @FXML private HBox busy;
    @FXML private Label refusal;

    private DoorsView(
            Stage stage, Doors doors, ConsoleSettings settings, Consumer<ConsoleSession> open) {
        this.stage = stage;
        this.doors = doors;
        model = new DoorsModel(doors, settings, Platform::runLater, open);
    }

    /// Shows the doors in a stage; `open` gets what a person opened.
    public static void open(
            Stage stage, Doors doors, ConsoleSettings settings, Consumer<ConsoleSession> open) {
        var look = new SettingsModel(settings).shown().state();
        Look.begin(look);
        var view = new DoorsView(stage, doors, settings, open);
        var scene = new Scene(view.load(), WIDTH, HEIGHT);
        new Look(scene).wear(look);
        stage.setTitle(Text.of("app.title", Text.of("app.tagline")));
        stage.setScene(scene);
        stage.show();
        view.demo.requestFocus();
    }

    /// Shows the doors at any size in a stage that shows only a corner of them, for a picture.
    static Region openUnseen(
            Stage stage, Doors doors, ConsoleSettings settings, double width, double height) {
        var look = new SettingsModel(settings).shown().state();
        Look.begin(look);
        var view = new DoorsView(stage, doors, settings, _ -> {});
        var root = (Region) view.load();
        root.setPrefSize(width, height);
        var scene = new Scene(new Group(root), CORNER, CORNER);
        new Look(scene).wear(look);
        stage.setScene(scene);
        stage.show();
        view.demo.requestFocus();
        return root;
    }

    private Parent load() {
        var url = DoorsView.class.getResource("/org/twinlease/console/view/doors.fxml");
        var loader = new FXMLLoader(Objects.requireNonNull(url), Text.bundle());
        loader.setControllerFactory(_ -> this);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FXML
    void initialize() {
        fields.put(Entry.CONFIG, config);
        fields.put(Entry.PARTNER_CONFIG, partnerConfig);
        fields.put(Entry.LEASES, leases);
        fields.put(Entry.PARTNER_LEASES, partnerLeases);
        fields.put(Entry.SERVER, server);
        fields.put(Entry.PARTNER_SERVER, partnerServer);
        fields.put(Entry.TOKEN, token);
        fields.put(Entry.PARTNER_TOKEN, partnerToken);
        var typed = model.shown().state().typed();
        fields.forEach((entry, field) -> field.setText(typed.get(entry)));
        fields.forEach((entry, field) -> field.textProperty().subscribe(t -> model.type(entry, t)));
        model.shown().to(this::draw);
    }

    @FXML
    void openDemo() {
        model.demo();
    }

    @FXML
    void openFiles() {
        model.files();
    }

    @FXML
    void openServers() {
        model.servers();
    }

    /// Shows the wizard in the place of the doors until it is left; what was typed stays.
    @FXML
    void newPair() {
        var scene = stage.getScene();
        var before = scene.getRoot();
        NewPairModel pair = wizard;
        if (pair == null) {
            pair = new NewPairModel(doors.newPairs(), doors.background(), Platform::runLater);
            wizard = pair;
        }
        var view =
                new NewPairView(
                        pair,
                        () -> scene.setRoot(before),
                        files -> {
                            scene.setRoot(before);
                            config.setText(files.getFirst());
                            partnerConfig.setText(files.getLast());
                            model.files();
                        });
        view.getStyleClass().addAll("frame", "newpair-window");
        scene.setRoot(view);
        view.focus();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    /// Puts a file's path into the field before the button.
    @FXML
    void choose(ActionEvent event) {
        if (!(event.getSource() instanceof Region button)) return;
        if (!(button.getParent().getChildrenUnmodifiable().getFirst() instanceof TextField field)) {
            return;
        }
        var chooser = new FileChooser();
        chooser.setTitle(Text.of("doors.choose"));
        @Nullable File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) field.setText(chosen.getPath());
    }

    @FXML
    void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    /// Lease files are known by their name; the first two others are the configurations.
    @FXML
    void dropped(DragEvent event) {
        for (File file : event.getDragboard().getFiles()) {
            boolean lease = file.getName().contains(".leases");
            TextField first = lease ? leases : config;
            TextField second = lease ? partnerLeases : partnerConfig;
            (first.getText().isEmpty() ? first : second).setText(file.getPath());
        }
        event.setDropCompleted(true);
        event.consume();
    }

    private void draw(DoorsModel.State state) {
        Widgets.seen(busy, state.busy());
        refusal.setText(state.refusal());
        Widgets.seen(refusal, !state.refusal().isEmpty());
        demo.setDisable(state.busy());
        files.setDisable(state.busy());
        servers.setDisable(state.busy());
    }
}
