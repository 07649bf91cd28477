package org.fram.review;

import org.fram.office.Document;

/// The review of a statement of work. Holds the language models and word lists, so make one and use it for many
/// documents; it is safe to use from several threads.
public final class Reviewer {

    private final ReviewSettings settings;

    /// With the settings of `library/review/settings.yaml`.
    public Reviewer() {
        this(ReviewSettings.standard());
    }

    /// With settings of one's own, for measuring.
    public Reviewer(ReviewSettings settings) {
        this.settings = settings;
    }

    /// Reads the document's statements and says what they oblige whom to and what is wrong with them.
    public Review review(Document document) {
        throw new IllegalStateException("No review yet for " + document.name() + " with " + settings);
    }
}
