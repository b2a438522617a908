package org.twinlease.isc.pair;

import org.twinlease.config.Problem;
import org.twinlease.isc.outline.Site;

import java.util.List;

/// Checks two configurations against each other.
public final class PairLint {
    private PairLint() {}

    /// What keeps two servers from being a good pair, in no particular order. Problems of one file
    /// by itself are not among it.
    public static List<Problem> check(Site one, Site two) {
        var out = new PairFindings();
        List<Relation> relations = Relation.of(one, two, out);
        for (Relation relation : relations) relation.check(out);
        new Addresses(one, two, relations, out).check();
        new ClientView(one, two, out).check();
        return out.all();
    }
}
