package org.twinlease.control;

import java.util.List;

/// One pool and its numbers. `index` is what [LeaseView#pool] names; `name` is the network and
/// ranges in words; `ranges` as dhcpd.conf spells them. `offered` counts free addresses that are
/// held for a client which was offered them; they are part of `free`. A number that the server does
/// not tell is -1.
public record PoolView(
        int index,
        String name,
        String network,
        List<String> ranges,
        long size,
        long free,
        long offered,
        long active,
        long expired,
        long abandoned,
        long backup) {}
