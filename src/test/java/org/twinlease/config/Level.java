package org.twinlease.config;

import org.jspecify.annotations.Nullable;
import org.twinlease.config.words.OptionKey;
import org.twinlease.config.words.Parameter;
import org.twinlease.value.Ip4;
import org.twinlease.value.Octets;
import org.twinlease.wire.dhcp.OptionType;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/// One level of a [Site]: what is set on it.
public abstract sealed class Level
        permits Site, Site.Network, Site.Part, Site.Addresses, Site.HostDeclaration {
    private final Map<OptionKey, Octets> options = new HashMap<>();
    private final Map<Parameter, Long> numbers = new HashMap<>();
    private final Map<Parameter, String> texts = new HashMap<>();

    /// Sets a number or a flag.
    public Level set(Parameter parameter, long value) {
        numbers.put(parameter, value);
        return this;
    }

    /// Sets a text.
    public Level text(Parameter parameter, String value) {
        texts.put(parameter, value);
        return this;
    }

    /// Sets an option to addresses.
    public Level option(OptionType type, String... addresses) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String address : addresses) out.writeBytes(Ip4.of(address).octets());
        return option(OptionKey.dhcp(type.code()), Octets.of(out.toByteArray()));
    }

    /// Sets an option to octets.
    public Level option(OptionKey key, Octets value) {
        options.put(key, value);
        return this;
    }

    /// Sets an ordinary option to octets.
    public Level octets(OptionType type, int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) bytes[i] = (byte) octets[i];
        return option(OptionKey.dhcp(type.code()), Octets.of(bytes));
    }

    Scope scope(@Nullable Scope parent) {
        return new Scope(parent, options, numbers, texts);
    }
}
