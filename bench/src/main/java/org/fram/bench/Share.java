package org.fram.bench;

import java.util.OptionalDouble;

/// How many of those that count are right.
record Share(int right, int of) {

    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
        return new Share(right + other.right, of + other.of);
    }

    Share plus(boolean isRight) {
        return new Share(right + (isRight ? 1 : 0), of + 1);
    }

    /// 0..1; none where nothing counts.
    OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / of);
    }
}
