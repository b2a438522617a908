package org.twinlease.isc;

/// Where a statement can stand (`spec/dhcpd-conf.md` section 4), with the words that messages use.
enum Place {
    GLOBAL("at the top level", "the top level"),
    NETWORK("in a shared-network", "a shared-network"),
    SUBNET("in a subnet", "a subnet"),
    POOL("in a pool", "a pool"),
    GROUP("in a group", "a group"),
    CLASS("in a class", "a class"),
    HOST("in a host", "a host"),
    BODY("in the body of if, switch, on or define", "the body of if, switch, on or define");

    private final String where;
    private final String noun;

    Place(String where, String noun) {
        this.where = where;
        this.noun = noun;
    }

    String where() {
        return where;
    }

    String noun() {
        return noun;
    }
}
