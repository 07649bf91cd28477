package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// How the verdict of a practice came about.
public record ExplanationPage(
        EngagementHead head,
        String address,
        String practice,
        String title,
        String why,
        String source,
        String standing,
        List<Check> checks) {

    /// A check of it.
    ///
    /// @param when the expression that is true where something is the matter
    /// @param missing facts without which it cannot be told
    /// @param fault why its items cannot be told, or empty
    /// @param items what came of each item, those that fire first
    /// @param more how many further items there are
    public record Check(String when, List<String> missing, String fault, List<Item> items, int more) {}

    /// What came of an item.
    ///
    /// @param name of the item, as in `o = O-14`; empty where the check is about the whole
    /// @param parts what each part of the expression gave, indented by two blanks a level
    public record Item(String name, boolean fires, String parts) {}
}
