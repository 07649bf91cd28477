package org.fram.app.signing.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.identity.AgainForm;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;

/// One request for signatures.
///
/// @param facts what it is about and until when
/// @param file address of the document
/// @param sha256 of its bytes
/// @param record address of the record of signatures; empty before everybody has signed
/// @param withdraws whether the reader may need the signatures no more
/// @param turns the signatures that the reader gives now: their own, and those in somebody's place
/// @param again by what the reader shows that it is them
/// @param refusal why the last attempt failed, or empty
public record RequestPage(
        EngagementHead head,
        String address,
        String title,
        Tone tone,
        String state,
        List<Pair> facts,
        String file,
        String fileName,
        String sha256,
        List<Line> signatories,
        String record,
        boolean withdraws,
        List<Choice> turns,
        AgainForm again,
        String refusal) {

    /// Somebody who is to sign.
    ///
    /// @param place in the order of signing, or empty where it does not matter
    /// @param note when and how, in whose place; or why not
    public record Line(String place, String name, String party, Tone tone, String state, String note) {}
}
