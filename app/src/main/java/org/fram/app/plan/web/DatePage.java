package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// What an executive sees of the go-live date, as text ready to print.
///
/// @param verdict the whole in one sentence
/// @param computed how old the figures are and what they rest on
/// @param stale whether the plan was changed since
/// @param shown the digest of what is shown, or empty where there is nothing to accept
public record DatePage(
        EngagementHead head,
        boolean planned,
        boolean writable,
        String refusal,
        Tone tone,
        String verdict,
        String computed,
        boolean stale,
        List<KeyFigure> figures,
        @Nullable Curve curve,
        List<Driver> drivers,
        List<Option> options,
        List<Absence> absences,
        List<String> notices,
        String accepted,
        Tone acceptedTone,
        String shown,
        boolean executive,
        boolean shaping,
        String target,
        int version,
        OptionForm form) {

    /// The curve of probabilities.
    ///
    /// @param path its line, and `area` what is below it
    /// @param marks days with a line of their own
    /// @param summary what it shows, in a sentence
    /// @param table the same as rows
    public record Curve(
            int width,
            int height,
            String path,
            String area,
            List<Axis.Tick> days,
            List<Axis.Tick> chances,
            List<Mark> marks,
            String summary,
            List<Row> table) {}

    /// A day on the curve.
    ///
    /// @param anchor on which side of its line the label stands
    public record Mark(String kind, String x, String y, String labelX, String labelY, String anchor, String label) {}

    /// A row of the curve's table.
    public record Row(String chance, String day) {}

    /// Something that moves the date.
    ///
    /// @param gain days at P80
    /// @param bar width of its bar, in per cent of the strongest
    public record Driver(String code, String name, String address, String gain, int bar, String criticality) {}

    /// What an option buys.
    public record Option(
            String id, String name, String what, String p50, String p80, String gain, String chance, String refusal) {}

    /// What it costs when somebody who is booked does not come.
    ///
    /// @param late days at P80 if they come late, and if they are withdrawn
    public record Absence(String ref, String name, String address, String late, String withdrawn) {}

    /// What the form for a new option offers.
    public record OptionForm(List<Choice> types, List<Choice> areas, List<Choice> resources) {}
}
