package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletRequest;

/// Where programs ask.
public final class Api {

    /// All addresses for programs begin with it.
    public static final String ROOT = "/api/v1";

    /// The description of all of them, which everybody may read.
    static final String DESCRIPTION = ROOT + "/openapi.json";

    private Api() {}

    /// Whether it is a program that asks.
    static boolean asks(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
