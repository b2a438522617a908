package org.twinlease.console.model.wizard;

import org.twinlease.console.model.Field;
import org.twinlease.console.model.PacketWords;
import org.twinlease.console.model.Text;
import org.twinlease.console.model.Tone;
import org.twinlease.console.model.Words;
import org.twinlease.console.model.leases.LeaseWords;
import org.twinlease.console.model.wizard.Block.Clash;
import org.twinlease.console.model.wizard.Block.Copy;
import org.twinlease.console.model.wizard.Conflicts.Difference;
import org.twinlease.console.model.wizard.Conflicts.Rule;
import org.twinlease.control.LeaseView;
import org.twinlease.value.BindingState;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Says of an address on which two servers differ what each has on record, whose record stands, and
/// what would come of either for the clients.
record ClashWords(String first, String second, long nowSecond, ZoneId zone) {

    Clash of(Difference of) {
        Copy one = copy(first, of.one(), of.two(), of.stands() == 0);
        Copy two = copy(second, of.two(), of.one(), of.stands() == 1);
        return new Clash(of.address().toString(), one, two, stands(of), tone(of.rule()));
    }

    private String stands(Difference of) {
        return switch (of.stands()) {
            case 0 -> first;
            case 1 -> second;
            default ->
                    Text.of(
                            of.rule() == Rule.ENDED
                                    ? "conflict.stands.ended"
                                    : "conflict.stands.any");
        };
    }

    static Tone tone(Rule rule) {
        return switch (rule) {
            case TWO_CLIENTS -> Tone.BAD;
            case TWO_ENDS -> Tone.WATCH;
            case GIVEN, ENDED, ABANDONED, NOBODY -> Tone.CALM;
        };
    }

    private Copy copy(String server, LeaseView own, LeaseView other, boolean stands) {
        String state = LeaseWords.state(own.state());
        boolean given = own.state() == BindingState.ACTIVE;
        String record = given ? Text.of("conflict.record", state, client(own)) : state;
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Text.of("field.state"), state));
        if (own.hardware() != null || own.clientId() != null) {
            fields.add(new Field(Text.of("field.client"), client(own)));
        }
        add(fields, "field.starts", own.starts());
        add(fields, "field.ends", own.ends());
        add(fields, "field.cltt", own.cltt());
        return new Copy(server, record, fields, effect(own, other), stands);
    }

    private void add(List<Field> fields, String key, long second) {
        if (second > 0) fields.add(new Field(Text.of(key), moment(second)));
    }

    private String moment(long second) {
        return second == LeaseView.NEVER
                ? Text.of("lease.never")
                : Words.moment(second * 1_000, nowSecond * 1_000, zone);
    }

    private static String client(LeaseView lease) {
        if (lease.hardware() != null) return lease.hardware().toString();
        return lease.clientId() == null
                ? Text.of("value.unknown")
                : PacketWords.clientId(lease.clientId());
    }

    /// What comes of it when a record stands and the other does not.
    private String effect(LeaseView own, LeaseView other) {
        boolean mine = Conflicts.runs(own, nowSecond);
        boolean theirs = Conflicts.runs(other, nowSecond);
        if (mine && theirs && !Conflicts.isSameClient(own, other)) {
            return Text.of("conflict.effect.two", client(own), moment(own.ends()), client(other));
        }
        if (mine && theirs && !lasts(own, other)) {
            return Text.of("conflict.effect.shorter", moment(other.ends()), moment(own.ends()));
        }
        if (mine) return Text.of("conflict.effect.keeps", client(own), moment(own.ends()));
        if (theirs) return Text.of("conflict.effect.free", client(other), moment(other.ends()));
        if (own.state() == BindingState.ABANDONED) return Text.of("conflict.effect.abandoned");
        return Text.of(
                other.state() == BindingState.ABANDONED
                        ? "conflict.effect.again"
                        : "conflict.effect.nobody");
    }

    private static boolean lasts(LeaseView own, LeaseView other) {
        if (own.ends() == LeaseView.NEVER) return true;
        return other.ends() != LeaseView.NEVER && own.ends() >= other.ends();
    }
}
