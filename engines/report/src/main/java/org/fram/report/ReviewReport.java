package org.fram.report;

import fram.pages.report.JtereviewGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.fram.review.Review;

/// A review as one self-contained HTML page: nothing of it is loaded from elsewhere, and it can be read without
/// scripts, on paper and on a phone.
public final class ReviewReport {

    private ReviewReport() {}

    /// The page.
    ///
    /// @param whereabouts of the document that was reviewed; without it places are said less well
    public static String html(Review review, Whereabouts whereabouts, TopicCatalogue topics) {
        var page = new ReviewPages(review, whereabouts, topics).page();
        var output = new StringOutput();
        JtereviewGenerated.render(new OwaspHtmlTemplateOutput(output), null, page, Dress.standard());
        return output.toString();
    }
}
