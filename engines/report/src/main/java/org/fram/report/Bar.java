package org.fram.report;

import java.util.ArrayList;
import java.util.List;
import org.fram.report.ReviewPage.Segment;

/// What a whole consists of, as a bar.
final class Bar {

    private Bar() {}

    /// A bar whose segments are as long as the parts are large; none where all of them are zero.
    ///
    /// @param tones of the parts, in their order
    /// @param labels of the parts, in their order
    static List<Segment> of(List<Integer> parts, List<String> tones, List<String> labels) {
        int all = parts.stream().mapToInt(part -> part).sum();
        if (all == 0) {
            return List.of();
        }
        var bar = new ArrayList<Segment>();
        int before = 0;
        for (int i = 0; i < parts.size(); i++) {
            int start = before * 1000 / all;
            before += parts.get(i);
            int end = before * 1000 / all;
            if (end > start) {
                bar.add(new Segment(tones.get(i), start, end - start, labels.get(i) + ": " + parts.get(i)));
            }
        }
        return List.copyOf(bar);
    }
}
