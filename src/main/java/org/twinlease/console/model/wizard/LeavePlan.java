package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.document.Alteration;
import org.twinlease.config.document.Document.Half;
import org.twinlease.config.document.Part;
import org.twinlease.config.document.Part.Setting;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.draft.DraftModel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What changes in the configurations when one server goes on alone and the other leaves. The one
/// that stays keeps its pools without the relationship. The other must not be able to give their
/// addresses again, whoever starts it: its pools go, or the include of a file that both share.
final class LeavePlan {

    private final DraftModel draft;
    private final String name;
    private final String stays;
    private final String leaves;

    LeavePlan(DraftModel draft, String relationship, String stays, String leaves) {
        this.draft = draft;
        this.name = relationship;
        this.stays = stays;
        this.leaves = leaves;
    }

    /// The number of a server's half; -1 where its configuration is not open.
    private int half(String server) {
        List<Half> halves = draft.now().halves();
        for (int i = 0; i < halves.size(); i++) if (halves.get(i).server().equals(server)) return i;
        return -1;
    }

    private @Nullable Part part(String server) {
        List<Part> parts = draft.survey().parts();
        int half = half(server);
        return half < 0 || half >= parts.size() ? null : parts.get(half);
    }

    /// Whether this console has the configuration of the server that stays, with the relationship
    /// in it.
    boolean isThere() {
        Part own = part(stays);
        return own != null && !peers(own).isEmpty();
    }

    /// What changes, one sentence each; by hand where the configurations are not open.
    List<String> words() {
        List<String> words = new ArrayList<>();
        Part own = part(stays);
        long pools = own == null ? 0 : statements(own).size();
        words.add(
                own == null
                        ? Text.of("wizard.leaving.hand.stays", stays, name)
                        : pools == 1
                                ? Text.of("wizard.leaving.stays.pool", stays, name)
                                : Text.of("wizard.leaving.stays", stays, name, Words.count(pools)));
        Part other = part(leaves);
        if (other == null) {
            words.add(Text.of("wizard.leaving.hand.leaves", leaves, name));
            return words;
        }
        for (String file : shared()) {
            words.add(Text.of("wizard.leaving.include", leaves, file, stays));
        }
        long gone = pools(other).stream().filter(pool -> !isShared(pool)).count();
        if (gone == 1) words.add(Text.of("wizard.leaving.pool", leaves));
        if (gone > 1) words.add(Text.of("wizard.leaving.pools", leaves, Words.count(gone)));
        return words;
    }

    /// Puts the changes into the draft; why they cannot be, or nothing.
    String stage() {
        return draft.alter("", Text.of("wizard.leaving.deed", stays, name), alterations());
    }

    List<Alteration> alterations() {
        List<Alteration> wishes = new ArrayList<>();
        Part own = part(stays);
        if (own == null) return wishes;
        int half = half(stays);
        for (Part peer : peers(own)) wishes.add(new Alteration.RemoveAt(half, peer.place()));
        for (Setting each : statements(own)) {
            wishes.add(new Alteration.RemoveAt(half, each.place()));
        }
        Part other = part(leaves);
        if (other == null) return wishes;
        int second = half(leaves);
        for (Part peer : peers(other)) wishes.add(new Alteration.RemoveAt(second, peer.place()));
        for (String file : shared()) {
            wishes.add(new Alteration.Remove(second, "include \"" + file + "\""));
        }
        for (Part pool : pools(other)) {
            if (!isShared(pool)) wishes.add(new Alteration.RemoveAt(second, pool.place()));
        }
        return wishes;
    }

    /// The files with pools of the relationship that both servers include.
    private Set<String> shared() {
        Part other = part(leaves);
        Set<String> files = new HashSet<>();
        if (other == null) return files;
        for (Part pool : pools(other)) if (isShared(pool)) files.add(pool.place().file());
        return files;
    }

    private boolean isShared(Part pool) {
        Part own = part(stays);
        if (own == null) return false;
        Set<String> files = new HashSet<>();
        each(own, part -> files.add(part.place().file()));
        return files.contains(pool.place().file());
    }

    private List<Part> peers(Part of) {
        List<Part> found = new ArrayList<>();
        each(
                of,
                part -> {
                    boolean meant = part.kind() == Part.Kind.PEER && unquoted(part.title());
                    if (meant) found.add(part);
                });
        return found;
    }

    private boolean unquoted(String title) {
        return title.replace("\"", "").equals(name);
    }

    private List<Part> pools(Part of) {
        List<Part> found = new ArrayList<>();
        each(of, part -> part.settings().stream().filter(this::isOf).forEach(_ -> found.add(part)));
        return found;
    }

    private List<Setting> statements(Part of) {
        List<Setting> found = new ArrayList<>();
        each(of, part -> part.settings().stream().filter(this::isOf).forEach(found::add));
        return found;
    }

    /// `failover peer "name"` of a pool.
    private boolean isOf(Setting setting) {
        return setting.key().startsWith("failover")
                && setting.value().replace("\"", "").strip().endsWith(name);
    }

    private static void each(Part part, Consumer<Part> what) {
        what.accept(part);
        for (Part inner : part.parts()) each(inner, what);
    }
}
