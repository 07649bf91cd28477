package org.fram.report;

import fram.pages.report.JtecheckGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.fram.facts.Gate;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.jspecify.annotations.Nullable;

/// What practices say of an engagement as one self-contained HTML page, in the look of [ReviewReport].
public final class CheckReport {

    private CheckReport() {}

    /// The page.
    ///
    /// @param catalogue the practices that were asked; it is asked again how those that fired came to it
    /// @param gate only practices and findings of this gate, or null for all
    /// @param file name of the facts document
    public static String html(Catalogue catalogue, Checked checked, @Nullable Gate gate, String file) {
        var output = new StringOutput();
        JtecheckGenerated.render(
                new OwaspHtmlTemplateOutput(output),
                null,
                new CheckPages(catalogue, checked, gate, file).page(),
                Dress.standard());
        return output.toString();
    }
}
