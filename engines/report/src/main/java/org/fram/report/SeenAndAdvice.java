package org.fram.report;

import java.util.regex.Pattern;

/// The two halves of a finding's message: what was seen, and what to do.
///
/// @param advice empty where the message is one sentence
record SeenAndAdvice(String seen, String advice) {

    /// The end of the first sentence: a full stop or the like, maybe a closing quote, and a capital behind it.
    private static final Pattern END =
            Pattern.compile("(?<=\\p{L}{2}|[\\p{Nd})%\"”’])([.!?][\"”’)]?)\\s+(?=[\\p{Lu}\"“‘])");

    static SeenAndAdvice of(String message) {
        var text = message.strip();
        var end = END.matcher(text);
        return end.find()
                ? new SeenAndAdvice(text.substring(0, end.end(1)), text.substring(end.end()))
                : new SeenAndAdvice(text, "");
    }
}
