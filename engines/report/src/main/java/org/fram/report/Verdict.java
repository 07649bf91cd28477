package org.fram.report;

import java.util.ArrayList;
import org.fram.facts.Severity;
import org.fram.review.Review;

/// What a review comes to, in one line.
///
/// @param blockers how many findings hold the signature
/// @param topics how many topics were looked for
public record Verdict(int blockers, int warnings, int information, int topics, int topicsMissing, boolean priceIsOff) {

    /// Of this review.
    public static Verdict of(Review review) {
        var price = review.price();
        return new Verdict(
                count(review, Severity.BLOCKER),
                count(review, Severity.WARNING),
                count(review, Severity.INFORMATION),
                review.topicsCovered().size() + review.topicsMissing().size(),
                review.topicsMissing().size(),
                price != null && Boolean.FALSE.equals(price.addsUp()));
    }

    /// Whether nothing was found that holds the signature.
    public boolean ready() {
        return blockers == 0;
    }

    /// The line, with its full stop.
    public String line() {
        var parts = new ArrayList<String>();
        if (blockers > 0) {
            parts.add(count(blockers, "finding blocks", "findings block") + " it");
        }
        if (topicsMissing > 0) {
            parts.add("%d of %d topics %s missing".formatted(topicsMissing, topics, topicsMissing == 1 ? "is" : "are"));
        }
        if (priceIsOff) {
            parts.add("the price does not add up");
        }
        if (blockers == 0 && warnings > 0) {
            parts.addFirst(count(warnings, "warning", "warnings") + " to settle");
        }
        var detail = joined(parts);
        if (blockers > 0) {
            return "Not ready to sign: " + detail + ".";
        }
        return detail.isEmpty() ? "Nothing found that holds the signature." : "Nothing blocks it, but " + detail + ".";
    }

    /// `1 warning`, `2 warnings`.
    public static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static int count(Review review, Severity severity) {
        return (int) review.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String joined(java.util.List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        };
    }
}
