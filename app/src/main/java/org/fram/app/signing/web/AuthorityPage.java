package org.fram.app.signing.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.jspecify.annotations.Nullable;

/// Who may sign what, and who signs in whose place.
///
/// @param form to give authority to somebody of the reader's party, or null where they may not
/// @param deputyForm to name a deputy
/// @param refusal why the last attempt failed, or empty
public record AuthorityPage(
        EngagementHead head,
        List<Group> groups,
        @Nullable Form form,
        @Nullable DeputyForm deputyForm,
        String refusal) {

    /// A party.
    public record Group(String party, List<Line> authorities, List<Line> deputies) {}

    /// That somebody may sign something, or in somebody's place.
    ///
    /// @param remove address to take it back, or empty
    public record Line(String name, String what, String remove) {}

    /// Giving authority.
    public record Form(List<Choice> people, List<Choice> matters) {}

    /// Naming a deputy.
    ///
    /// @param people whom the reader may name one for
    public record DeputyForm(List<Choice> people, List<Choice> deputies, String first) {}
}
