package org.twinlease.wire.omapi;

import org.jspecify.annotations.Nullable;

/// What a message of OMAPI is for.
public enum OmapiOperation {
    /// Looks an object up by what is known of it, or makes one.
    OPEN(1),
    /// Asks for what an object is like now.
    REFRESH(2),
    /// Changes an object; as an answer, says what it is like.
    UPDATE(3),
    /// Known, and done by no server.
    NOTIFY(4),
    /// Answers that something was done, or why not.
    STATUS(5),
    /// Deletes an object.
    DELETE(6);

    private final int code;

    OmapiOperation(int code) {
        this.code = code;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// The operation of a number; null when there is none.
    static @Nullable OmapiOperation ofCode(int code) {
        for (OmapiOperation operation : values()) if (operation.code == code) return operation;
        return null;
    }
}
