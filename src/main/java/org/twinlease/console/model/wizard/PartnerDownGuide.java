package org.twinlease.console.model.wizard;

import org.jspecify.annotations.Nullable;
import org.twinlease.console.model.ConsoleSession;
import org.twinlease.console.model.Help;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.pair.PairSide;
import org.twinlease.control.Command;
import org.twinlease.control.FailoverView;
import org.twinlease.control.Moment;
import org.twinlease.control.Preview;
import org.twinlease.value.ServerState;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// My partner is gone: what is safe, and telling the server that it is down. Everything that speaks
/// for and against it comes first; the order needs the partner's name, a reason where nobody has
/// seen it off or something says that it is alive, and a few seconds in which it can be stopped.
final class PartnerDownGuide extends Guide {

    private static final int EVIDENCE = 0;
    private static final int SINCE = 1;
    private static final int RISK = 2;
    private static final int FENCE = 3;
    private static final int ORDER = 4;
    private static final int RESULT = 5;

    private static final int COUNTDOWN_SECONDS = 5;

    /// Fewer characters are no reason.
    private static final int SHORTEST_REASON = 8;

    private final List<Signs> signs;
    private final Asking asking;
    private boolean seen;
    private boolean noLeases;
    private String sinceText = "";
    private String typed = "";
    private String reason = "";
    private @Nullable Risk risk;
    private long orderedSince;

    PartnerDownGuide(
            ConsoleSession session,
            List<PairSide> sides,
            int server,
            Runnable settle,
            List<Signs> signs) {
        super(session, sides, server, settle);
        this.signs = signs;
        asking = new Asking(settle);
    }

    @Override
    String title() {
        return Text.of("wizard.down.title", side().name(), partner());
    }

    @Override
    List<String> steps() {
        return List.of(
                Text.of("wizard.down.evidence"),
                Text.of("wizard.down.since"),
                Text.of("wizard.down.risk"),
                Text.of("wizard.down.fence"),
                Text.of("wizard.down.order"),
                Text.of("wizard.down.result"));
    }

    @Override
    boolean mayGoOn(int step) {
        if (step == SINCE && since().isEmpty()) return false;
        return view() != null && super.mayGoOn(step);
    }

    @Override
    boolean mayGoBack(int step) {
        return step > EVIDENCE && step < RESULT;
    }

    @Override
    void entered(int step) {
        FailoverView view = view();
        if (step == RISK && view != null) {
            risk = new Risk(side(), view, settle);
            risk.look();
        }
        consult();
    }

    @Override
    void tick(int step, long now) {
        if (step < RESULT) consult();
    }

    /// Asks the server what it would do and whether it would obey. The reason does not count.
    private void consult() {
        asking.about(side(), command(""));
    }

    private @Nullable Command command(String because) {
        FailoverView view = view();
        OptionalLong since = since();
        if (view == null || since.isEmpty()) return null;
        return new Command.PartnerDown(view.name(), since.getAsLong(), noLeases, because);
    }

    private long nowSecond() {
        return session.clock().millis() / 1_000;
    }

    private OptionalLong since() {
        return sinceText.isBlank()
                ? OptionalLong.of(heard())
                : Moment.read(sinceText.strip(), nowSecond(), session.zone());
    }

    /// The time that counts unless the person says another: when the partner was heard last, and
    /// not before this server missed it.
    private long heard() {
        FailoverView view = view();
        if (view == null) return nowSecond();
        long heard = Math.max(view.link().lastHeardMillis() / 1_000, view.since());
        return Math.min(heard, nowSecond());
    }

    @Override
    void type(String id, String text) {
        switch (id) {
            case "since" -> {
                sinceText = text;
                consult();
            }
            case "name" -> typed = text;
            default -> reason = text.strip();
        }
    }

    @Override
    void tick(String id, boolean on) {
        if (id.equals("seen")) seen = on;
        else noLeases = on;
        consult();
    }

    @Override
    void choose(String id, int chosen) {
        to(sides.get(chosen));
        risk = null;
        consult();
    }

    private Evidence evidence(long now) {
        return Evidence.of(this, signs.get(side().number()), now);
    }

    @Override
    List<Block> blocks(int step, long now) {
        FailoverView view = view();
        if (view == null) {
            return unknown();
        }
        return switch (step) {
            case EVIDENCE -> weighing(now);
            case SINCE -> sinceWhen(view, now);
            case RISK -> {
                OptionalLong since = since();
                Risk found = risk;
                yield found == null || since.isEmpty()
                        ? List.of()
                        : new Aftermath(this, view, since.getAsLong(), now).doubled(found);
            }
            case FENCE -> new Aftermath(this, view, 0, now).fence();
            case ORDER -> ordering(now);
            default -> new Aftermath(this, view, orderedSince, now).result();
        };
    }

    private List<Block> weighing(long now) {
        Evidence evidence = evidence(now);
        List<Block> blocks = new ArrayList<>(server(Text.of("wizard.down.server")));
        blocks.add(verdict(evidence));
        blocks.add(new Block.Findings(evidence.findings()));
        var help =
                new Help(
                        Text.of("wizard.down.seen.title"),
                        "",
                        Text.of("wizard.down.seen.help"),
                        Text.of("wizard.down.seen.without"),
                        Text.of("wizard.down.seen.mistake"));
        blocks.add(new Block.Tick("seen", Text.of("wizard.down.seen", partner()), seen, help));
        return blocks;
    }

    private Block.Words verdict(Evidence evidence) {
        if (!evidence.alive().isEmpty()) {
            return new Block.Words(
                    Text.of("wizard.down.alive", partner(), evidence.alive()), Tone.BAD);
        }
        return seen
                ? new Block.Words(Text.of("wizard.down.off", partner()), Tone.GOOD)
                : new Block.Words(Text.of("wizard.down.open", partner()), Tone.WATCH);
    }

    private List<Block> sinceWhen(FailoverView view, long now) {
        OptionalLong since = since();
        var blocks = new ArrayList<Block>();
        String suggested = clock(heard(), now);
        String note = Text.of("wizard.down.since.note", suggested);
        Tone tone = Tone.PLAIN;
        Preview said = asking.preview();
        if (since.isEmpty()) {
            note = Text.of("wizard.down.since.wrong", sinceText);
            tone = Tone.BAD;
        } else if (said != null && !said.allowed()) {
            note = said.words();
            tone = Tone.BAD;
        }
        var help =
                new Help(
                        Text.of("wizard.down.since.label"),
                        "my state partner-down at ...;",
                        Text.of("wizard.down.since.help"),
                        suggested,
                        Text.of("wizard.down.since.mistake"));
        String value = sinceText.isEmpty() ? suggested : sinceText;
        blocks.add(
                new Block.Entry(
                        "since", Text.of("wizard.down.since.label"), value, note, tone, help));
        if (view.state() == ServerState.RECOVER || view.state() == ServerState.RECOVER_WAIT) {
            blocks.add(leaseless());
        }
        if (since.isPresent()) {
            blocks.add(new Aftermath(this, view, since.getAsLong(), now).changes());
        }
        return blocks;
    }

    private Block leaseless() {
        var help =
                new Help(
                        Text.of("wizard.down.noleases.title"),
                        "",
                        Text.of("wizard.down.noleases.help"),
                        Text.of("wizard.down.noleases.without"),
                        "");
        return new Block.Tick("noleases", Text.of("wizard.down.noleases"), noLeases, help);
    }

    private List<Block> ordering(long now) {
        Evidence evidence = evidence(now);
        var blocks = new ArrayList<Block>();
        blocks.add(verdict(evidence));
        blocks.add(asking.words(side()));
        String name = Text.of("wizard.down.name", partner());
        var nameHelp = new Help(name, "", Text.of("wizard.down.name.help"), "", "");
        blocks.add(new Block.Entry("name", name, typed, "", Tone.PLAIN, nameHelp));
        var reasonHelp =
                new Help(
                        Text.of("wizard.down.reason.title"),
                        "",
                        Text.of("wizard.down.reason.help"),
                        Text.of("wizard.down.reason.without"),
                        "");
        String note =
                needsReason(evidence)
                        ? Text.of("wizard.down.reason.must")
                        : Text.of("wizard.down.reason.may");
        blocks.add(
                new Block.Entry(
                        "reason",
                        Text.of("wizard.down.reason.title"),
                        reason,
                        note,
                        Tone.PLAIN,
                        reasonHelp));
        return blocks;
    }

    private boolean needsReason(Evidence evidence) {
        return !evidence.alive().isEmpty() || !seen;
    }

    @Override
    @Nullable Order order(int step, long now) {
        if (step != ORDER) return null;
        Command command = command(reason);
        String label = Text.of("wizard.down.do", partner());
        if (command == null) return null;
        String missing = missing(evidence(session.clock().millis()));
        return new Order(side(), command, label, missing.isEmpty(), missing, COUNTDOWN_SECONDS);
    }

    /// What keeps the order from being given, the first of it; empty for nothing.
    private String missing(Evidence evidence) {
        Preview said = asking.preview();
        if (said == null) return Text.of("pair.order.unknown", side().name());
        if (!said.allowed()) return Text.of("wizard.down.no", side().name());
        if (!typed.strip().equals(partner())) return Text.of("wizard.down.missing.name", partner());
        if (reason.length() > Command.PartnerDown.LONGEST_REASON) {
            return Text.of("wizard.down.missing.long", Command.PartnerDown.LONGEST_REASON);
        }
        if (!needsReason(evidence) || reason.length() >= SHORTEST_REASON) return "";
        return evidence.alive().isEmpty()
                ? Text.of("wizard.down.missing.seen")
                : Text.of("wizard.down.missing.alive", evidence.alive());
    }

    @Override
    int obeyed(int step) {
        orderedSince = since().orElse(nowSecond());
        return RESULT;
    }
}
