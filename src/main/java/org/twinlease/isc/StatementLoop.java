package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Problem;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.LexicalFault;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Takes the items of a block one by one. Where one cannot be read it reports that once and goes on
/// at the next line that begins with a known word, so that one slip does not bring ten messages.
final class StatementLoop {
    static final String NO_SEMICOLON = "semicolon-expected";
    static final String NO_LEFT_BRACE = "left-brace-expected";

    private static final int DEEPEST = 60;

    private final Report report;
    private final Predicate<Token> starts;
    private int missingOpen;
    private boolean recovering;
    private boolean leftOut;
    private int taken = -1;

    /// `starts` knows the words that a statement can begin with.
    StatementLoop(Report report, Predicate<Token> starts) {
        this.report = report;
        this.starts = starts;
    }

    void run(ConfTree tree, List<ConfNode> items, Context context, Consumer<Statement> reader) {
        if (context.depth() > DEEPEST) {
            tooDeep(tree, items);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            ConfNode node = items.get(i);
            if (endsFile(tree, node, context)) return;
            boolean complete =
                    switch (node) {
                        case ConfNode.Block block -> block(tree, block, context, reader);
                        case ConfNode.Simple simple -> simple(tree, simple, context, reader);
                    };
            if (!complete) i = closingBrace(tree, items, i);
        }
    }

    /// dhcpd takes the octet 255 between two statements for the end of the file.
    private boolean endsFile(ConfTree tree, ConfNode node, Context context) {
        if (context.place() != Place.GLOBAL || !tree.token(node.from()).is("\u00ff")) return false;
        report.warn(
                tree,
                node.from(),
                "octet-255",
                "dhcpd takes this octet for the end of the file and reads no further.",
                "Remove it.");
        return true;
    }

    private void tooDeep(ConfTree tree, List<ConfNode> items) {
        if (items.isEmpty()) return;
        report.error(
                tree,
                items.getFirst().from(),
                "nested-too-deep",
                "Blocks or includes are nested more than " + DEEPEST + " deep.",
                "Close blocks where they end.");
    }

    private boolean block(
            ConfTree tree, ConfNode.Block block, Context context, Consumer<Statement> reader) {
        leftOut = false;
        boolean complete = statements(tree, block.from(), block.open(), block, context, reader);
        if (!leftOut && block.close() < 0 && !tree.token(block.from()).is("%")) {
            report.error(
                    tree,
                    block.to() - 1,
                    "unexpected-end",
                    "The file ends, and the block opened in line "
                            + tree.token(block.open()).line()
                            + " is still open.",
                    "Close it with '}'.");
        }
        return complete;
    }

    private boolean simple(
            ConfTree tree, ConfNode.Simple simple, Context context, Consumer<Statement> reader) {
        Token first = tree.token(simple.from());
        if (simple.from() == taken) return true;
        if (first.is("}")) {
            if (missingOpen > 0) missingOpen--;
            else strayBrace(tree, simple.from());
            return true;
        }
        return statements(tree, simple.from(), simple.end(), null, context, reader);
    }

    private void strayBrace(ConfTree tree, int at) {
        // As everywhere, dhcpd looks at it and complains where the token before it stands.
        int place = recovering ? at : at - 1;
        report.add(
                Cursor.problem(
                        tree,
                        place,
                        Problem.Severity.ERROR,
                        "stray-right-brace",
                        "A '}' closes nothing here.",
                        "Remove it."));
    }

    /// Reads the statements of one node: normally one, more where a semicolon is missing. False
    /// when the opening brace of a block is missing.
    private boolean statements(
            ConfTree tree,
            int from,
            int limit,
            ConfNode.@Nullable Block block,
            Context context,
            Consumer<Statement> reader) {
        // dhcpd looks at a NUL before a statement, and forgets it.
        int at = tree.token(from).is("\0") && from + 1 < limit ? from + 1 : from;
        do {
            int fault = firstFault(tree, at, limit);
            if (fault >= 0) {
                readTo(
                        fault,
                        new Statement(cursor(tree, at, fault), tree, at, null, context),
                        reader);
                at = restart(tree, faults(tree, fault, limit) + 1, limit, false);
                continue;
            }
            var statement = new Statement(cursor(tree, at, limit), tree, at, block, context);
            try {
                reader.accept(statement);
                statement.finish();
                if (statement.hasTakenNextSemicolon()) taken = limit + 1;
                recovering = false;
                if (!statement.isOpenEnded()) return true;
                at = statement.in().position();
                if (at >= limit && statement.hasBlockLeft()) throw statement.nothingOpens();
            } catch (Misread misread) {
                // What dhcpd leaves out without a word it leaves out with all bodies around it.
                boolean silent = misread.problem().severity() != Problem.Severity.ERROR;
                if (silent && context.place() == Place.BODY) throw misread;
                report.add(misread.problem());
                leftOut = silent;
                if (silent) return true;
                recovering = true;
                String code = misread.problem().code();
                if (code.equals(NO_LEFT_BRACE) && block == null) return false;
                at =
                        restart(
                                tree,
                                Math.max(misread.token(), at + 1),
                                limit,
                                code.equals(NO_SEMICOLON));
            }
        } while (at < limit);
        return true;
    }

    private Cursor cursor(ConfTree tree, int from, int limit) {
        return new Cursor(tree, from, limit, recovering ? from : -1);
    }

    /// Reads what stands before a faulty token: what is wrong there is found first.
    private void readTo(int fault, Statement statement, Consumer<Statement> reader) {
        try {
            reader.accept(statement);
            statement.finish();
        } catch (Misread misread) {
            if (statement.in().position() < fault) report.add(misread.problem());
        }
    }

    private static int firstFault(ConfTree tree, int from, int limit) {
        for (int i = from; i <= limit; i++) if (isFaulty(tree, i, limit)) return i;
        return -1;
    }

    private static boolean isFaulty(ConfTree tree, int token, int limit) {
        return tree.token(token).fault() != null && (token < limit || tree.token(token).is(";"));
    }

    /// Reports tokens that are faulty by themselves; the index of the last one.
    private int faults(ConfTree tree, int from, int limit) {
        int last = from;
        for (int i = from; i <= limit; i++) {
            LexicalFault fault = tree.token(i).fault();
            if (fault == null || !isFaulty(tree, i, limit)) continue;
            report.error(tree, i, fault.code(), fault.message(), fault.remedy());
            last = i;
        }
        return last;
    }

    /// The next token that seems to begin a statement, or the limit.
    private int restart(ConfTree tree, int from, int limit, boolean sameLine) {
        for (int i = from; i < limit; i++) {
            boolean fresh = tree.token(i).line() > tree.token(i - 1).line();
            if ((fresh || (sameLine && i == from)) && starts.test(tree.token(i))) return i;
        }
        return limit;
    }

    /// Skips what seems to be the inside of a block whose opening brace is missing.
    private int closingBrace(ConfTree tree, List<ConfNode> items, int from) {
        for (int i = from + 1; i < items.size(); i++) {
            ConfNode node = items.get(i);
            if (node instanceof ConfNode.Simple && tree.token(node.from()).is("}")) return i;
        }
        missingOpen++;
        return from;
    }
}
