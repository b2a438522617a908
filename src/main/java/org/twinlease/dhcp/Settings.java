package org.twinlease.dhcp;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.Scope;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Octets;

import java.util.Set;
import java.util.TreeSet;

/// The settings that hold for one client at one address: the host declaration with its groups, then
/// the pool's own, then subnet, shared network and global with the groups between
/// (`spec/dhcpd-conf.md` 8.1). The global scope comes last, though a host has it as ancestor too.
/// Where the configuration has conditions or classes, `evaluated` holds them all.
record Settings(
        @Nullable Scope host, @Nullable Scope pool, Scope rest, @Nullable Evaluated evaluated) {

    long number(Parameter parameter) {
        if (evaluated != null) return evaluated.outcome().number(parameter);
        for (Scope s = host; s != null && s.parent() != null; s = s.parent()) {
            Long value = s.numbers().get(parameter);
            if (value != null) return value;
        }
        Long own = pool == null ? null : pool.numbers().get(parameter);
        return own == null ? rest.number(parameter) : own;
    }

    boolean is(Parameter flag) {
        return number(flag) == 1;
    }

    @Nullable String text(Parameter parameter) {
        if (evaluated != null) return evaluated.outcome().text(parameter);
        for (Scope s = host; s != null && s.parent() != null; s = s.parent()) {
            String value = s.texts().get(parameter);
            if (value != null) return value;
        }
        String own = pool == null ? null : pool.texts().get(parameter);
        return own == null ? rest.text(parameter) : own;
    }

    @Nullable Octets option(OptionKey key) {
        if (evaluated != null) return evaluated.outcome().option(key);
        for (Scope s = host; s != null && s.parent() != null; s = s.parent()) {
            Octets value = s.options().get(key);
            if (value != null) return value;
        }
        Octets own = pool == null ? null : pool.options().get(key);
        return own == null ? rest.option(key) : own;
    }

    @Nullable Octets option(int code) {
        return option(OptionKey.dhcp(code));
    }

    /// The codes of all options of a space that are set anywhere, in order.
    Set<Integer> codes(String space) {
        if (evaluated != null) return evaluated.outcome().codes(space);
        Set<Integer> codes = new TreeSet<>();
        collect(host, space, codes, true);
        if (pool != null) collect(pool, space, codes, false);
        collect(rest, space, codes, true);
        return codes;
    }

    private static void collect(
            @Nullable Scope from, String space, Set<Integer> into, boolean ancestors) {
        for (Scope s = from; s != null; s = ancestors ? s.parent() : null) {
            for (OptionKey key : s.options().keySet()) {
                if (key.space().equals(space)) into.add(key.code());
            }
        }
    }
}
