package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;

/// What is shown of a document before it is made.
///
/// @param address of the draft
/// @param open what is missing, each with where to answer it
/// @param targets a statement of work of its own, or the next version of one
/// @param made when a document was last made of it; empty where none was
/// @param refusal why none was made; empty where nothing was refused
public record TemplatePreviewPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> steps,
        List<Open> open,
        DocumentPart document,
        List<Choice> targets,
        String made,
        boolean ours,
        String refusal) {

    /// Something that is missing.
    ///
    /// @param where the clause in which it is missing; empty where it decides about clauses
    public record Open(String address, String text, String where) {}
}
