package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.jspecify.annotations.Nullable;

/// What the page of a plan shows, as text ready to print.
///
/// @param writable whether the reader may change it
/// @param refusal why the last attempt failed; empty where there was none
/// @param notes what the reader should know, such as a file that waits
/// @param undo what the reader changed last, or empty
/// @param baseline when the baseline was set; empty where there is none
/// @param health the checks that fail
/// @param histogram null where nothing is booked
public record PlanPage(
        EngagementHead head,
        boolean writable,
        boolean baselining,
        String refusal,
        List<Note> notes,
        String undo,
        List<KeyFigure> figures,
        @Nullable Chart chart,
        List<String> health,
        String baseline,
        @Nullable Framing framing,
        List<Gone> gone,
        List<Load> loads,
        @Nullable LoadChart histogram) {

    /// Something to know, and where it leads.
    public record Note(String text, @Nullable Link link) {}

    /// The Gantt chart with its table.
    ///
    /// @param zooms the ways to the other zooms
    /// @param shown which activities, such as the critical ones alone
    /// @param pages where there are too many for one page
    /// @param today where today is, or empty
    /// @param target where the target date is, or empty
    public record Chart(
            List<Link> zooms,
            List<Link> shown,
            List<Link> pages,
            int width,
            int perDay,
            List<Axis.Tick> ticks,
            String today,
            String target,
            boolean baselines,
            boolean simulated,
            List<Row> rows) {}

    /// An activity.
    ///
    /// @param level how deep it is in the breakdown, from 0
    /// @param kind `task`, `milestone` or `summary`
    /// @param slack how much it can be late
    /// @param done in per cent, or empty
    /// @param links the pieces of arrows that lie in its row
    public record Row(
            String id,
            String code,
            String name,
            int level,
            String kind,
            String start,
            String finish,
            String length,
            String slack,
            String done,
            boolean critical,
            boolean movable,
            int version,
            String firstDay,
            String about,
            Bar bar,
            Arrows.Pieces links) {}

    /// Its places in the picture; empty where there is nothing.
    public record Bar(
            String x,
            String width,
            String done,
            String baselineX,
            String baselineWidth,
            String p80From,
            String p80Width,
            String diamond,
            String end) {}

    /// What the plan is counted from.
    ///
    /// @param resources whether any activity has a resource
    public record Framing(boolean resources, List<Choice> goLive, String start, String status) {}

    /// An activity that the plan does not have any more.
    public record Gone(String code, String name, String kept) {}

    /// A resource that is booked beyond what there is of it.
    public record Load(String resource, String from, String until, String booked) {}
}
