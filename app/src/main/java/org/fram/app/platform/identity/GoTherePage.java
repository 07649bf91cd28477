package org.fram.app.platform.identity;

/// The way to a provider.
///
/// @param name of the provider
public record GoTherePage(String name, String address) {}
