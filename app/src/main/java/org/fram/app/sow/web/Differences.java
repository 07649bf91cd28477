package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.pages.Frame;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// In what two findings of the same promise differ beside their words, a line for each.
final class Differences {

    private Differences() {}

    static List<String> of(Frame frame, Review.Obligation before, Review.Obligation now) {
        var lines = new ArrayList<String>();
        add(frame, lines, "sow.field.accountable", before.accountable(), now.accountable());
        add(frame, lines, "sow.field.responsible", joined(before), joined(now));
        add(frame, lines, "sow.field.due", before.due(), now.due());
        add(frame, lines, "sow.field.quantity", before.quantity(), now.quantity());
        add(frame, lines, "sow.field.amount", before.amount(), now.amount());
        return lines;
    }

    private static void add(
            Frame frame, List<String> lines, String field, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) {
            String nothing = frame.text("sow.nothing");
            lines.add(frame.text(
                    "sow.difference",
                    frame.text(field),
                    before == null ? nothing : before,
                    now == null ? nothing : now));
        }
    }

    private static @Nullable String joined(Review.Obligation obligation) {
        return obligation.responsible().isEmpty() ? null : String.join(", ", obligation.responsible());
    }
}
