package org.fram.facts;

import org.jspecify.annotations.Nullable;

/// What is known of an engagement, as one tree. A section that is not known is absent (null), which is different from
/// a section that is known to be empty.
///
/// @param version of this shape; grows when fields are added, and nothing is ever taken away
/// @param sow the statement of work, or null while none is known
public record FactsDocument(int version, @Nullable SowFacts sow) {

    /// The version that this code reads and writes.
    public static final int VERSION = 1;
}
