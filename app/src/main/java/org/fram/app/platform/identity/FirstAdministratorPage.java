package org.fram.app.platform.identity;

/// What the page shows.
///
/// @param refusal why the last attempt failed, or empty
public record FirstAdministratorPage(String email, String name, String refusal) {}
