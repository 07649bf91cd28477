package org.fram.app.practice;

import org.fram.app.platform.access.EngagementId;
import org.fram.facts.FactsDocument;

/// What a module knows of an engagement, as its part of the facts document.
public interface FactSource {

    /// Where it stands among the others; later ones see what earlier ones said.
    int order();

    /// The facts with its part. Is asked within a transaction of whoever looks, and says only what they may see.
    FactsDocument add(FactsDocument facts, EngagementId engagement);
}
