package org.twinlease.dhcp;

/// An answer ready to be sent: the UDP payload and where it goes.
public record Reply(byte[] payload, Destination to) {}
