package org.fram.app.sow;

import java.util.List;

/// By which headings a document falls into sections.
public final class OutermostHeadings {

    private static final int DEEPEST = 6;

    private OutermostHeadings() {}

    /// The outermost level of which there are at least two headings: the title of a document is the only one of its
    /// own. Where there is none, the deepest.
    ///
    /// @param levels of the headings of a document
    public static int level(List<Integer> levels) {
        for (int level = 1; level <= DEEPEST; level++) {
            int own = level;
            if (levels.stream().filter(one -> one == own).count() > 1) {
                return level;
            }
        }
        return DEEPEST;
    }
}
