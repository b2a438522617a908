package org.twinlease.config.words;

/// An option by its space and code. The space of ordinary DHCPv4 options is `dhcp`.
public record OptionKey(String space, int code) {

    /// An ordinary DHCPv4 option.
    public static OptionKey dhcp(int code) {
        return new OptionKey("dhcp", code);
    }
}
