package org.twinlease.console.model.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The blocks of one or two configurations as one tree: those of the same kind and name at the same
/// place are one node. Of several alike the first goes with the first.
final class ConfigTree {

    /// One node: its name among all, the block of each half (null where a half has none), the node
    /// around it and those in it.
    static final class Node {
        final String id;
        final @Nullable Node parent;
        final List<@Nullable Part> parts = new ArrayList<>();
        final List<Node> children = new ArrayList<>();

        Node(String id, @Nullable Node parent, int halves) {
            this.id = id;
            this.parent = parent;
            for (int i = 0; i < halves; i++) parts.add(null);
        }

        /// The block of the first half that has one.
        Part any() {
            for (Part part : parts) if (part != null) return part;
            throw new IllegalStateException(id);
        }

        /// Whether both halves have it from one file, so that it is altered once.
        boolean isShared() {
            if (parts.size() < 2) return false;
            Part one = parts.getFirst();
            Part two = parts.getLast();
            return one != null
                    && two != null
                    && !one.place().head().isEmpty()
                    && one.place().equals(two.place());
        }

        /// The halves that an order about one half, or about all, is carried out in: of what both
        /// have from one file, one.
        List<Integer> meant(int half) {
            if (half != ConfigModel.BOTH) return List.of(half);
            List<Integer> halves = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) != null && !(i > 0 && isShared())) halves.add(i);
            }
            return halves;
        }

        /// The statements of a half's block by name: of several alike, numbered.
        Map<String, Setting> settings(int half) {
            Map<String, Setting> found = new LinkedHashMap<>();
            Part part = parts.get(half);
            if (part == null) return found;
            Map<String, Integer> alike = new HashMap<>();
            for (Setting setting : part.settings()) {
                String name = setting.key().isEmpty() ? setting.place().head() : setting.key();
                found.put(name + "#" + alike.merge(name, 1, Integer::sum), setting);
            }
            return found;
        }
    }

    private final Map<String, Node> nodes = new HashMap<>();
    private final Node root;

    ConfigTree(List<Part> halves) {
        root = new Node("", null, halves.size());
        nodes.put("", root);
        for (int half = 0; half < halves.size(); half++) add(root, half, halves.get(half));
    }

    private void add(Node node, int half, Part part) {
        node.parts.set(half, part);
        Map<String, Integer> alike = new HashMap<>();
        for (Part child : part.parts()) {
            String name = child.kind() + ":" + child.title();
            int number = alike.merge(name, 1, Integer::sum);
            String id = node.id + "/" + name + "#" + number;
            Node found = nodes.get(id);
            if (found == null) {
                found = new Node(id, node, node.parts.size());
                nodes.put(id, found);
                node.children.add(found);
            }
            add(found, half, child);
        }
    }

    Node root() {
        return root;
    }

    /// The node of a name, or the whole configuration.
    Node node(String id) {
        return Objects.requireNonNullElse(nodes.get(id), root);
    }
}
