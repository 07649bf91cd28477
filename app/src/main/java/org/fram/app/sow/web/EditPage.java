package org.fram.app.sow.web;

import java.util.List;
import java.util.Objects;
import org.fram.app.platform.pages.Choice;
import org.jspecify.annotations.Nullable;

/// What the form for an obligation shows.
///
/// @param parties names that the document and the engagement know
/// @param kinds what it may promise
/// @param topics what it may be about
/// @param people who may be asked to look at it
/// @param yours what whoever sends the form wanted to store when somebody else had stored before; null otherwise
public record EditPage(
        ObligationLine line,
        List<String> parties,
        List<Choice> kinds,
        List<Choice> topics,
        List<Choice> people,
        @Nullable Values yours) {

    /// What a form sends; what it leaves out is empty.
    public record Values(
            String text,
            String accountable,
            String responsible,
            String kind,
            String topic,
            String due,
            String quantity,
            String amount) {

        public Values {
            text = Objects.requireNonNullElse(text, "");
            accountable = Objects.requireNonNullElse(accountable, "");
            responsible = Objects.requireNonNullElse(responsible, "");
            kind = Objects.requireNonNullElse(kind, "");
            topic = Objects.requireNonNullElse(topic, "");
            due = Objects.requireNonNullElse(due, "");
            quantity = Objects.requireNonNullElse(quantity, "");
            amount = Objects.requireNonNullElse(amount, "");
        }
    }
}
