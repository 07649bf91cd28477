package org.fram.app.platform.identity;

/// What the second step of signing in shows.
///
/// @param name of who is awaited
/// @param refusal why the last attempt failed, or empty
public record CodePage(String name, String refusal) {}
