package org.fram.schedule.files;

import java.util.Locale;

/// The columns of activities in a workbook, in the order in which they are written.
enum SheetColumn {
    ID("Id", "activity id", "task id", "no", "no.", "nr", "number", "#", "unique id"),
    WBS("WBS", "outline number", "wbs code"),
    NAME("Name", "activity", "activity name", "task", "task name", "description"),
    KIND("Kind", "type"),
    DURATION("Duration (hours)", "duration", "duration (days)", "duration (d)", "duration (h)", "days"),
    CALENDAR("Calendar"),
    WAITS_FOR("Waits for", "predecessors", "predecessor", "depends on"),
    RESOURCES("Resources", "resource", "resource names", "who"),
    CONSTRAINT("Constraint", "constraint type"),
    CONSTRAINT_DATE("Constraint date"),
    DEADLINE("Deadline", "due"),
    START("Start", "start date"),
    FINISH("Finish", "finish date", "end", "end date"),
    FLOAT("Total float (hours)"),
    CRITICAL("Critical"),
    ACTUAL_START("Actual start"),
    ACTUAL_FINISH("Actual finish"),
    REMAINING("Remaining (hours)"),
    BASELINE_START("Baseline start"),
    BASELINE_FINISH("Baseline finish"),
    BASELINE_DURATION("Baseline duration (hours)"),
    FIXED_COST("Fixed cost"),
    COST_PER_DAY("Cost per day");

    private final String title;
    /// Other headers that people give it, between bars.
    private final String others;

    SheetColumn(String title, String... others) {
        this.title = title;
        this.others = "|" + String.join("|", others) + "|";
    }

    String title() {
        return title;
    }

    /// Whether somebody's header means this column.
    boolean isMeantBy(String header) {
        var said = header.strip().toLowerCase(Locale.ROOT);
        return said.equals(title.toLowerCase(Locale.ROOT)) || others.contains("|" + said + "|");
    }
}
