package org.twinlease.console.model.leases;

import org.twinlease.console.model.ConsoleSettings;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.leases.LeaseLook.Grouping;
import org.twinlease.console.model.leases.LeaseLook.Sort;
import org.twinlease.console.model.leases.LeaseRows.Column;
import org.twinlease.value.BindingState;

import java.util.ArrayList;
import java.util.List;

/// Looks at the leases that have a name: some that everybody has, and those that a person saved.
/// All are kept with the console's other choices, so that every server's page has the same.
public final class SavedViews {

    private static final String KEY = "leases.views";
    private static final String COLUMNS = "leases.columns";
    private static final int MOST = 40;

    private final ConsoleSettings settings;

    /// A look with its name; `own` is one that a person saved.
    public record Named(String name, LeaseLook look, boolean own) {}

    SavedViews(ConsoleSettings settings) {
        this.settings = settings;
    }

    /// What there is to choose from.
    public List<Named> all() {
        List<Named> all = new ArrayList<>(usual());
        all.addAll(own());
        return all;
    }

    private static List<Named> usual() {
        LeaseLook plain = LeaseLook.PLAIN;
        LeaseLook soon =
                plain.of(BindingState.ACTIVE, false)
                        .text("ends<1h")
                        .sorted(List.of(new Sort(Column.ENDS, false)));
        return List.of(
                new Named(Text.of("views.all"), plain, false),
                new Named(Text.of("views.differ"), plain.of(null, true), false),
                new Named(Text.of("views.ending"), soon, false),
                new Named(
                        Text.of("views.abandoned"), plain.of(BindingState.ABANDONED, false), false),
                new Named(Text.of("views.pools"), plain.grouped(Grouping.POOL), false));
    }

    private List<Named> own() {
        List<Named> own = new ArrayList<>();
        for (String line : settings.read(KEY, "").split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab <= 0) continue;
            LeaseLook look = LeaseLook.read(line.substring(tab + 1));
            own.add(new Named(line.substring(0, tab), look, true));
        }
        return own;
    }

    /// Keeps a look under a name, in place of the one that had it.
    public void save(String name, LeaseLook look) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) return;
        List<Named> own = own();
        own.removeIf(view -> view.name().equals(plain));
        own.add(new Named(plain, look, true));
        while (own.size() > MOST) own.removeFirst();
        write(own);
    }

    /// Forgets the look that was saved under a name.
    public void remove(String name) {
        List<Named> own = own();
        own.removeIf(view -> view.name().equals(name));
        write(own);
    }

    private void write(List<Named> own) {
        List<String> lines =
                own.stream().map(view -> view.name() + "\t" + view.look().write()).toList();
        settings.write(KEY, String.join("\n", lines));
    }

    /// The look that a page begins with: everything, in the columns that were chosen last.
    LeaseLook first() {
        String names = settings.read(COLUMNS, "");
        return names.isEmpty()
                ? LeaseLook.PLAIN
                : LeaseLook.PLAIN.showing(LeaseLook.columns(names));
    }

    void keepColumns(LeaseLook look) {
        settings.write(COLUMNS, LeaseLook.names(look.columns()));
    }
}
