package org.fram.report;

import fram.pages.report.JtecomparisonGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.fram.review.Comparison;

/// A comparison of two versions as one self-contained HTML page, in the look of [ReviewReport].
public final class ComparisonReport {

    private ComparisonReport() {}

    /// The page.
    public static String html(Comparison comparison, TopicCatalogue topics) {
        var output = new StringOutput();
        JtecomparisonGenerated.render(
                new OwaspHtmlTemplateOutput(output), null, ComparisonWords.page(comparison, topics), Dress.standard());
        return output.toString();
    }
}
