package org.fram.review;

/// Words without which an expression cannot match: looking for them first costs a fraction of the expression, and most
/// sentences have none.
final class Hints {

    private Hints() {}

    /// Whether a text has any of these.
    static boolean any(String text, String... hints) {
        for (String hint : hints) {
            if (text.contains(hint)) {
                return true;
            }
        }
        return false;
    }
}
