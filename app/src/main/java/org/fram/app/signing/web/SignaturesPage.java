package org.fram.app.signing.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;

/// What is to be signed and what was, in an engagement.
///
/// @param asks whether the reader may ask for signatures
/// @param mine what waits for the reader
/// @param others other requests, the newest first
/// @param elsewhere what was signed elsewhere, the newest first
public record SignaturesPage(
        EngagementHead head, boolean asks, List<Line> mine, List<Line> others, List<Elsewhere> elsewhere) {

    /// A request.
    ///
    /// @param facts what it is, how far it is and until when, in one line
    /// @param ours whether only the reader's party sees it
    public record Line(String address, String title, Tone tone, String state, String facts, boolean ours) {}

    /// What was signed elsewhere.
    ///
    /// @param file address of the document
    /// @param signatures who and for which party, and when
    public record Elsewhere(
            String title, String facts, String file, String sha256, boolean ours, List<Pair> signatures) {}
}
