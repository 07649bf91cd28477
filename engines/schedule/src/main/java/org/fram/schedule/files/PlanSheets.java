package org.fram.schedule.files;

import java.time.ZoneId;
import java.util.List;
import org.fram.schedule.Costs;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;

/// Plans as sheets of a workbook: activities, resources, calendars, and the plan itself. Nothing is lost in
/// them. Whoever reads and writes workbooks makes files of them.
public final class PlanSheets {

    static final String ACTIVITIES = "Activities";
    static final String RESOURCES = "Resources";
    static final String CALENDARS = "Calendars";
    static final String PLAN = "Plan";

    /// Days and weeks in which lengths are told: of eight hours, and of five such days.
    static final long DAY = 8 * 60;

    static final long WEEK = 5 * DAY;

    private PlanSheets() {}

    /// The sheets of a plan. Computed dates and floats stand in them for readers.
    ///
    /// @throws org.fram.schedule.UnusablePlanException if it cannot be computed
    public static List<PlanSheet> of(Plan plan, Costs costs) {
        return new SheetWriting(plan, costs).sheets();
    }

    /// The plan of some sheets; one of activities is enough.
    ///
    /// @param name of the file, for messages
    /// @param zone in which dates are read where the sheets name none
    /// @throws org.fram.schedule.UnusablePlanException if it is no plan, or cannot be computed; the message
    /// says where
    public static ReadPlan read(String name, List<PlanSheet> sheets, ZoneId zone) {
        var read = new SheetReading(name, sheets, zone).read();
        Network.of(read.plan());
        return read;
    }
}
