package org.twinlease.config.logic;

/// What an expression yields, as far as reading it tells: octets, a 32-bit number, or true and
/// false. ANY is what a variable or a function holds.
public enum Type {
    DATA,
    NUMBER,
    TRUTH,
    ANY
}
