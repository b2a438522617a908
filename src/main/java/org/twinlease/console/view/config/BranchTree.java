package org.twinlease.console.view.config;

import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.config.ConfigModel.Branch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The tree of blocks. What a person opened stays open while blocks come and go.
final class BranchTree {

    private static final int OPEN_DEPTH = 2;

    private final TreeView<Branch> tree;
    private List<Branch> drawn = List.of();
    private boolean drawing;

    BranchTree(TreeView<Branch> tree, Consumer<String> choose) {
        this.tree = tree;
        tree.setCellFactory(_ -> new BranchCell());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        item -> {
                            if (!drawing && item != null) choose.accept(item.getValue().id());
                        });
    }

    void show(List<Branch> branches, String chosen) {
        drawing = true;
        if (!branches.equals(drawn)) rebuild(branches);
        for (TreeItem<Branch> item : all()) {
            if (!item.getValue().id().equals(chosen)) continue;
            if (!item.equals(tree.getSelectionModel().getSelectedItem())) {
                tree.getSelectionModel().select(item);
            }
        }
        drawing = false;
    }

    private void rebuild(List<Branch> branches) {
        Map<String, Boolean> open = new HashMap<>();
        for (TreeItem<Branch> item : all()) open.put(item.getValue().id(), item.isExpanded());
        drawn = branches;
        Deque<TreeItem<Branch>> path = new ArrayDeque<>();
        for (Branch branch : branches) {
            var item = new TreeItem<>(branch);
            item.setExpanded(open.getOrDefault(branch.id(), branch.depth() < OPEN_DEPTH));
            while (path.size() > branch.depth()) path.pop();
            if (path.isEmpty()) tree.setRoot(item);
            else path.getFirst().getChildren().add(item);
            path.push(item);
        }
    }

    private List<TreeItem<Branch>> all() {
        List<TreeItem<Branch>> found = new ArrayList<>();
        collect(tree.getRoot(), found);
        return found;
    }

    private static void collect(@Nullable TreeItem<Branch> item, List<TreeItem<Branch>> found) {
        if (item == null) return;
        found.add(item);
        for (TreeItem<Branch> child : item.getChildren()) collect(child, found);
    }

    private static final class BranchCell extends TreeCell<Branch> {
        @Override
        protected void updateItem(Branch branch, boolean empty) {
            super.updateItem(branch, empty);
            if (empty) {
                setText("");
                return;
            }
            String kind = branch.kind().isEmpty() ? "" : branch.kind() + "  ";
            String only =
                    branch.only().isEmpty() ? "" : "  " + Text.of("config.only", branch.only());
            setText(kind + branch.title() + only);
        }
    }
}
