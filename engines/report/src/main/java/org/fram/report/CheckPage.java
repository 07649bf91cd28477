package org.fram.report;

import java.util.List;
import org.fram.report.ReviewPage.Figure;
import org.fram.report.ReviewPage.Section;

/// What practices say of an engagement, as text ready to print; the template `check.jte` only lays it out.
///
/// Texts of the facts are as they were read and are escaped by the template. Anchors are made of ids of the page,
/// never of text.
///
/// @param subject name of the engagement, or else of the file
/// @param verdict all of it in one line
/// @param held whether something blocks, or could not be evaluated because a practice failed
/// @param notes what whoever decided about practices should know
/// @param about what was asked, of which facts
/// @param findings by severity, the heaviest first
/// @param waived what somebody lives with
/// @param others what came of practices that found nothing, by the reason
public record CheckPage(
        String subject,
        String verdict,
        boolean held,
        List<String> notes,
        List<Label> about,
        List<Figure> figures,
        List<Section> sections,
        List<SeverityGroup> findings,
        List<Waived> waived,
        List<Others> others) {

    /// A name with its value.
    public record Label(String name, String value) {}

    /// Findings of one severity.
    public record SeverityGroup(
            String severity, String title, int count, String anchor, List<PracticeGroup> practices) {}

    /// Findings of one practice.
    ///
    /// @param why what goes wrong otherwise
    /// @param source who says so, and at which gates it is shown
    /// @param more how many findings are left out, in words, or empty
    /// @param untold for which items or facts it could not be told, or empty
    /// @param how how it came to this, check by check; empty where the page has told it already
    public record PracticeGroup(
            String practice,
            String title,
            int count,
            String why,
            String source,
            List<Item> items,
            String more,
            String untold,
            List<Explained> how) {}

    /// What was seen.
    ///
    /// @param where the item and its list, or empty
    /// @param advice what to do; empty where it is that of the item before
    public record Item(String seen, String where, String advice) {}

    /// How one check came to what it says.
    ///
    /// @param items the list that it goes through, or empty
    /// @param when what it asks
    /// @param steps what each part gave for the first items that fire, indented by two blanks a level
    public record Explained(String items, String when, String steps) {}

    /// A finding that somebody lives with.
    ///
    /// @param waiver who, until when and why
    public record Waived(String practice, String title, String seen, String waiver) {}

    /// Practices that found nothing, for one reason.
    ///
    /// @param lead what that means
    /// @param open whether they are shown without asking
    public record Others(String anchor, String title, String lead, boolean open, List<Other> practices) {}

    /// A practice that found nothing.
    ///
    /// @param reason why; empty where the heading says it
    public record Other(String practice, String title, String reason) {}
}
