package org.twinlease.config.logic;

/// Where something was read: file, line and column, the latter two from 1.
public record Origin(String file, int line, int column) {

    @Override
    public String toString() {
        return file + " line " + line;
    }
}
