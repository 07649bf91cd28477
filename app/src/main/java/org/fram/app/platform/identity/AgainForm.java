package org.fram.app.platform.identity;

/// The part of a form by which somebody shows again who they are.
///
/// @param password whether they have one
/// @param passkey whether they have one
/// @param about what it is for
public record AgainForm(boolean password, boolean passkey, String about) {}
