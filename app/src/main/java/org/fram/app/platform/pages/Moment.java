package org.fram.app.platform.pages;

/// Something at a point in time.
///
/// @param instant for machines, as ISO 8601
/// @param time for people
/// @param past whether it has happened
public record Moment(String instant, String time, String text, boolean past) {}
