package org.fram.app.platform.identity;

/// The question whether somebody is to be erased.
///
/// @param address theirs among the accounts
/// @param refusal why the last attempt failed, or empty
public record ErasePage(String address, String name, String email, String refusal) {}
