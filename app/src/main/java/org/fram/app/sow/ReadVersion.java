package org.fram.app.sow;

import org.fram.office.Document;
import org.fram.review.Review;

/// What was read of a version, and what the review found in it.
public record ReadVersion(Document document, Review review) {}
