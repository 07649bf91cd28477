package org.fram.app.platform.identity;

/// What somebody sees who forgot their password.
///
/// @param asking whether there is a form
/// @param notice what came of it, or empty
/// @param alarming whether that is bad news
public record RecoveryPage(boolean asking, String notice, boolean alarming) {}
