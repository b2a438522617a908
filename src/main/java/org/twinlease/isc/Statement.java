package org.twinlease.isc;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.logic.Origin;
import org.twinlease.isc.tree.ConfNode;
import org.twinlease.isc.tree.ConfTree;
import org.twinlease.isc.tree.Cursor;
import org.twinlease.isc.tree.Misread;
import org.twinlease.isc.tree.Token;

import java.util.List;

/// One statement while it is being read: its head tokens, and the block behind them if there is
/// one.
final class Statement {
    private final ConfTree tree;
    private final int start;
    private final Cursor in;
    private final ConfNode.@Nullable Block block;
    private final Context context;
    private boolean blockTaken;
    private boolean openEnded;
    private boolean nextSemicolonTaken;

    Statement(
            Cursor in, ConfTree tree, int start, ConfNode.@Nullable Block block, Context context) {
        this.tree = tree;
        this.start = start;
        this.in = in;
        this.block = block;
        this.context = context;
    }

    ConfTree tree() {
        return tree;
    }

    /// The index of the token before the first one: where dhcpd says that something is wrong with a
    /// word that it only looked at. Behind a statement that could not be read, and in a body, where
    /// it takes the word, that is the word itself.
    int before() {
        return context.place() == Place.BODY || in.hasFloor() ? start : start - 1;
    }

    /// The index of the first token.
    int start() {
        return start;
    }

    Cursor in() {
        return in;
    }

    Context context() {
        return context;
    }

    boolean hasBlock() {
        return block != null;
    }

    /// The place of the first token.
    Origin origin() {
        return in.origin(start);
    }

    /// The index of the last token of the whole statement: its block's closing brace or, without a
    /// block, what it has been read to.
    int last() {
        return block == null ? in.position() : Math.max(block.close(), block.to() - 1);
    }

    Draft.Where where() {
        return new Draft.Where(tree, start);
    }

    /// The items of the block, which the statement must have right behind what was read.
    List<ConfNode> body() {
        if (block == null || !in.atEnd()) {
            throw in.misread(
                    StatementLoop.NO_LEFT_BRACE,
                    "Expected '{', found " + in.found() + ".",
                    "Open the block of '" + tree.token(start).raw() + "' with '{'.");
        }
        blockTaken = true;
        return block.items();
    }

    /// Whether a block stands behind the statement that is not its own.
    boolean hasBlockLeft() {
        return block != null && !blockTaken;
    }

    /// The problem with a block that no statement opens; as everywhere, dhcpd only looks at it.
    Misread nothingOpens() {
        int at = in.position() - (context.place() == Place.BODY ? 0 : 1);
        return in.misreadAt(
                at, "statement-expected", "Expected a statement, found '{'.", "Remove the block.");
    }

    /// Lets the statement end where it has been read to, without a semicolon.
    void endHere() {
        openEnded = true;
    }

    boolean isOpenEnded() {
        return openEnded;
    }

    /// Takes the semicolon behind the statement's own for part of it.
    void takeNextSemicolon() {
        nextSemicolonTaken = true;
    }

    boolean hasTakenNextSemicolon() {
        return nextSemicolonTaken;
    }

    /// Checks that the statement ends as it should: with its block, or with a semicolon.
    void finish() {
        if (openEnded || blockTaken) return;
        boolean done = in.atEnd() && block == null && in.peek().is(";");
        if (done) return;
        throw in.misread(
                StatementLoop.NO_SEMICOLON,
                "Expected ';', found " + in.found() + ".",
                remedy(in.peek()));
    }

    private String remedy(Token found) {
        Token before = tree.token(Math.max(0, in.position() - 1));
        boolean sameLine = before.line() == found.line();
        if (found.is(".") && before.isIdentifier()) return "Put text with dots in double quotes.";
        boolean value = found.kind() == Token.Kind.NUMBER || found.kind() == Token.Kind.STRING;
        return sameLine && value
                ? "Put a comma between the parts of a list, and ';' at its end."
                : "End the statement before it with ';'.";
    }
}
