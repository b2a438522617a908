package org.twinlease.console.model.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Kind;
import org.twinlease.config.document.Part.Setting;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.config.ConfigModel.Inherited;
import org.twinlease.console.model.config.ConfigTree.Node;
import org.twinlease.console.model.draft.FileText;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What counts in a block because the blocks around it say so: the nearest one that does.
final class InheritedValues {
    private InheritedValues() {}

    static List<Inherited> of(Node node, Map<String, Part.Key> keys) {
        Kind kind = node.any().kind();
        if (kind == Kind.PEER || kind == Kind.OTHER) return List.of();
        Set<String> own = new HashSet<>();
        for (Setting setting : node.any().settings()) own.add(setting.key());
        Map<String, Inherited> found = new LinkedHashMap<>();
        for (Node at = around(node); at != null; at = around(at)) {
            Part part = at.any();
            // Of one key set twice in a block the later statement counts.
            Map<String, Inherited> here = new LinkedHashMap<>();
            for (Setting setting : part.settings()) {
                if (!keys.containsKey(setting.key()) || own.contains(setting.key())) continue;
                here.put(
                        setting.key(),
                        new Inherited(
                                setting.key(),
                                FileText.shown(setting.value()),
                                part.kind() == Kind.GLOBAL
                                        ? Text.of("config.whole")
                                        : ConfigModel.kind(part)
                                                + " "
                                                + FileText.shown(part.title())));
            }
            here.forEach(found::putIfAbsent);
        }
        return List.copyOf(found.values());
    }

    /// The block around one. A pool directly in a shared network has the settings of the subnet of
    /// its addresses before those of the network (`spec/dhcpd-conf.md` 8.1).
    private static @Nullable Node around(Node node) {
        Node parent = node.parent;
        if (parent == null) return null;
        boolean direct =
                node.any().kind() == Kind.POOL && parent.any().kind() == Kind.SHARED_NETWORK;
        if (!direct) return parent;
        String first = node.any().title().split(" ", -1)[0];
        for (Node sibling : parent.children) {
            if (sibling.any().kind() == Kind.SUBNET && Subnets.holds(sibling.any(), first)) {
                return sibling;
            }
        }
        return parent;
    }
}
