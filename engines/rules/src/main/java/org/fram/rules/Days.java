package org.fram.rules;

/// A span of whole days, as between two dates.
record Days(long count) implements Comparable<Days> {

    @Override
    public int compareTo(Days other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count == 1 ? "1 day" : count + " days";
    }
}
