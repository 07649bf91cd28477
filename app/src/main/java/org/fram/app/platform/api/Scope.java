package org.fram.app.platform.api;

import org.fram.app.platform.access.Code;

/// What a token lets a program do.
public enum Scope implements Code {
    READ,
    WRITE
}
