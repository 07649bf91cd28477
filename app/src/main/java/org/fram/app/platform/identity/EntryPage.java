package org.fram.app.platform.identity;

/// What a link to an account shows.
///
/// @param token of an open link; empty where it opens nothing
/// @param closed why it opens nothing, or empty
/// @param refusal why the last attempt failed, or empty
public record EntryPage(String title, String lead, String token, String email, String closed, String refusal) {}
