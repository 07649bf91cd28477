package org.fram.schema.migrations;

import org.jspecify.annotations.Nullable;

/// A step of the schema.
///
/// @param version the time at which it was written, as `20261126070100`
/// @param description what is new by it
/// @param checksum of its text, as Flyway counts it
public record Step(
        String version, String description, @Nullable Integer checksum) {}
