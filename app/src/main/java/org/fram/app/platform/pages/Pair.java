package org.fram.app.platform.pages;

/// A name and what is said of it.
public record Pair(String name, String value) {}
