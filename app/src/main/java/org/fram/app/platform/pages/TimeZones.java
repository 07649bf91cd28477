package org.fram.app.platform.pages;

import java.time.ZoneId;
import java.util.List;

/// The time zones that forms offer: those of places, and UTC.
public final class TimeZones {

    private TimeZones() {}

    /// All of them as choices.
    public static List<Choice> choices(ZoneId chosen) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || id.equals(chosen.getId()) || ofAPlace(id))
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' '), id.equals(chosen.getId())))
                .toList();
    }

    private static boolean ofAPlace(String id) {
        return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
    }
}
