package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.sow.OpenRemarks;
import org.jspecify.annotations.Nullable;

/// The next version of a statement of work on its way, clause by clause.
///
/// @param newest ordinal of the newest version
/// @param tone of the state
/// @param state whose working copy it is, of which version; empty where there is none
/// @param undo what would be taken back, or empty
/// @param sections to choose from, that at hand marked
/// @param clauses of the section at hand
/// @param remarks that nobody has answered yet, on the section at hand
/// @param answers where they are answered
/// @param matters what is the matter with the words, all over the working copy
/// @param terms that it defines
/// @param refusal why something was not done, or empty
public record ClausesPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        int newest,
        Tone tone,
        String state,
        boolean older,
        String undo,
        List<Link> sections,
        List<Clause> clauses,
        List<OpenRemarks.Said> remarks,
        String answers,
        List<Link> matters,
        List<Term> terms,
        boolean writes,
        String refusal) {

    /// A clause.
    ///
    /// @param classes of its look
    /// @param link to it at hand
    /// @param rows of a table, each its cells; empty for other shapes
    /// @param header how many of the rows are its head
    /// @param lost whether it refers to what was taken out
    /// @param tools what can be done with it; null where it is not at hand
    public record Clause(
            String id,
            String shape,
            String classes,
            String link,
            String number,
            String text,
            List<List<String>> rows,
            int header,
            boolean lost,
            @Nullable Tools tools) {}

    /// What can be done with the clause at hand.
    ///
    /// @param seen its seal
    /// @param edit whether its words are being edited
    /// @param texts the words in the fields: its own, or those that could not be kept
    /// @param shapes of a clause that is added; empty where none is being added
    /// @param added the words of the clause that is being added
    /// @param shifts whether it can be made deeper
    /// @param heads whether it is a heading
    public record Tools(
            String seen,
            boolean edit,
            List<String> texts,
            List<Choice> shapes,
            String added,
            boolean shifts,
            boolean heads) {}

    /// A defined term.
    public record Term(String name, String meaning, String uses, String link) {}
}
