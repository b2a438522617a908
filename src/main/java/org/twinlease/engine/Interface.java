package org.twinlease.engine;

import org.jspecify.annotations.Nullable;
import org.twinlease.value.Ip4;

/// A network interface that the server listens on: its name, its address there, its MTU. `address`
/// is also the server identifier that clients on it see. Of an interface that only hears relays
/// (high port, loopback) `broadcasts` is false.
public record Interface(
        String name, Ip4 address, @Nullable Ip4 netmask, int mtu, boolean broadcasts) {}
