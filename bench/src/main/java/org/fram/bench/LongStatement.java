package org.fram.bench;

import java.util.Random;
import java.util.StringJoiner;

/// A statement of work of any size, written by rule: numbered sections with numbered clauses, each of which promises
/// something, with references to each other.
///
/// @param clauses how many, headings not counted
/// @param obligations how many promises in all of them
/// @param seed of what differs between its versions
record LongStatement(int clauses, int obligations, long seed) {

    private static final int CLAUSES_OF_A_SECTION = 30;
    private static final String[] WHO = {"Vendor", "Customer"};
    private static final String[] WHAT = {
        "deliver the design of queue %d in writing",
        "test the call flow %d before it goes live",
        "train the agents of team %d in the new desktop",
        "configure the prompts of menu %d",
        "report the state of work package %d every week",
        "provide access to system %d",
        "name a contact for site %d",
        "migrate the recordings of line %d"
    };

    /// A version of it: the first, or a later one in which one clause of twenty is said otherwise, one of a hundred is
    /// gone, and one of a hundred is new.
    String version(int ordinal) {
        var random = new Random(seed);
        var text =
                new StringBuilder("# Statement of work\n\nBetween Harbour Authority (the “Customer”) and Cloud Vendor"
                        + " (the “Vendor”).\n\n");
        int promised = 0;
        for (int clause = 0; clause < clauses; clause++) {
            if (clause % CLAUSES_OF_A_SECTION == 0) {
                int section = clause / CLAUSES_OF_A_SECTION + 1;
                text.append("## %d Work package %d\n\n".formatted(section, section));
            }
            int until = (int) ((long) obligations * (clause + 1) / clauses);
            int fate = random.nextInt(100);
            boolean later = ordinal > 1;
            if (!(later && fate == 0)) {
                text.append("%d.%d ".formatted(clause / CLAUSES_OF_A_SECTION + 1, clause % CLAUSES_OF_A_SECTION + 1))
                        .append(sentences(promised, until, later && fate < 6))
                        .append("\n\n");
            }
            if (later && fate == 99) {
                text.append("The Vendor shall hand over the list of open points number %d.\n\n".formatted(clause));
            }
            promised = until;
        }
        return text.toString();
    }

    private String sentences(int from, int until, boolean otherwise) {
        var sentences = new StringJoiner(" ");
        for (int one = from; one < until; one++) {
            sentences.add("The %s shall %s within %d days after the milestone of section %d."
                    .formatted(
                            WHO[one % 3 == 0 ? 1 : 0],
                            WHAT[one % WHAT.length].formatted(one + 1),
                            one % 40 + (otherwise ? 50 : 5),
                            one % Math.max(1, clauses / CLAUSES_OF_A_SECTION) + 1));
        }
        return sentences.toString();
    }
}
