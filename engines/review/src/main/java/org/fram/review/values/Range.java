package org.fram.review.values;

/// What a value may be: from `low` to `high`, both included. "Up to 40" is 0 to 40, "at least 40" has no upper end.
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("A range from %s to %s is empty.".formatted(low, high));
        }
    }

    public static Range exactly(double value) {
        return new Range(value, value);
    }

    /// Whether one value can be in both.
    public boolean meets(Range other) {
        return low <= other.high && other.low <= high;
    }

    /// Whether each value of the other is in this.
    public boolean contains(Range other) {
        return low <= other.low && other.high <= high;
    }

    /// Both, and what lies between.
    public Range span(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }
}
