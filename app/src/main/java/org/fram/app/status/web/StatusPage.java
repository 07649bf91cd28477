package org.fram.app.status.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// A status report, as it is now or as it was kept.
///
/// @param report what it says
/// @param kept those that were kept, the newest first
/// @param since with which of them it can be compared
/// @param address of the page
/// @param pdf address of its PDF, and that of its document of Word
/// @param now whether it is as it is now
/// @param writable whether whoever looks may keep one, and see areas otherwise
/// @param rhythm when one is made by itself, as a form offers it
/// @param readers who gets it
public record StatusPage(
        EngagementHead head,
        Shown report,
        List<Kept> kept,
        List<Choice> since,
        String address,
        String pdf,
        String docx,
        boolean now,
        boolean writable,
        @Nullable RhythmForm rhythm,
        String readers,
        String refusal) {

    /// What a report says, ready to be read. The page, the PDF and the document of Word are made of it.
    ///
    /// @param about the engagement’s name and the day
    /// @param compared with which it is compared, or empty
    /// @param trend how the probability moved; null below two reports
    /// @param slips what slipped by itself, with what followed
    /// @param followed how many more slipped because of these
    /// @param gained what came earlier
    public record Shown(
            String engagement,
            String about,
            Tone tone,
            String word,
            String verdict,
            String compared,
            List<KeyFigure> figures,
            @Nullable Trend trend,
            List<Area> areas,
            List<Slip> slips,
            String followed,
            List<Slip> gained,
            List<Section> sections) {}

    /// An area.
    ///
    /// @param was what it was before, or empty
    /// @param seen that somebody sees it otherwise than its rule, and why; or empty
    /// @param address of the page on which it rests; empty where there is none
    public record Area(
            String key,
            String title,
            Tone tone,
            String word,
            String was,
            String because,
            String rule,
            String seen,
            List<Figure> figures,
            String address) {}

    /// A figure.
    ///
    /// @param change since the report before, with its sign; or empty
    /// @param tone whether that is good
    public record Figure(String name, String value, String change, Tone tone) {}

    /// Something that moved.
    ///
    /// @param followers that others moved because of it, or empty
    public record Slip(String ref, String text, String was, String is, String days, String followers, String address) {}

    /// The lines of an area.
    ///
    /// @param first whether whoever decides reads it before all others
    public record Section(boolean first, String title, String address, List<Line> lines) {}

    /// A line.
    ///
    /// @param fresh whether it was not there before
    /// @param late whether its day has passed
    public record Line(
            String ref,
            String text,
            String who,
            String due,
            boolean late,
            String note,
            boolean fresh,
            String address) {}

    /// How the probability of the target date moved, as a picture and as a table.
    public record Trend(
            String summary, int width, int height, String path, List<Guide> guides, List<Dot> dots, List<Bar> bars) {}

    /// A line across the picture.
    public record Guide(String y, String label) {}

    /// A report in the picture.
    public record Dot(String x, String y, String label, String day, boolean labelled) {}

    /// A report in the table, and as a bar in print.
    ///
    /// @param percent 0 to 100
    public record Bar(String day, String value, int percent, Tone tone) {}

    /// A report that was kept.
    public record Kept(
            String address, String number, String day, Tone tone, String word, String probability, String by) {}

    /// When a report is made by itself.
    ///
    /// @param at as `15:00`
    public record RhythmForm(List<Choice> days, String at, String said) {}
}
