package org.fram.app.sow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligation.Question;
import org.fram.app.sow.Obligation.State;
import org.fram.review.WordRun;
import org.jspecify.annotations.Nullable;

/// What is shown of an obligation.
///
/// @param address of it, for what one does with it
/// @param workspace the address of its place there
/// @param version as the next change has to name it
/// @param inDocument whether the newest version has it, so that one can go to its place there
/// @param asked what a later version asks, or empty
/// @param words of the old and the new text, where that asks
public record ObligationLine(
        String id,
        String address,
        String workspace,
        int version,
        String code,
        String state,
        String stateName,
        Tone tone,
        String text,
        String section,
        String accountable,
        String responsible,
        String kind,
        String topic,
        String due,
        String quantity,
        String amount,
        String assigned,
        String dropReason,
        boolean corrected,
        boolean inDocument,
        String asked,
        List<WordRun> words,
        List<String> differences) {

    /// Whether it can be accepted or dropped.
    public boolean open() {
        return state.equals("proposed");
    }

    /// Whether it is neither merged into another, nor split, nor taken back.
    public boolean alive() {
        return state.equals("proposed") || state.equals("accepted");
    }

    static ObligationLine of(
            Frame frame, String sow, Obligation obligation, Map<PersonId, String> people, Map<String, String> topics) {
        var promise = obligation.promise();
        var question = obligation.question().orElse(null);
        var assigned = obligation.assignedTo();
        return new ObligationLine(
                obligation.id().toString(),
                sow + "/obligations/" + obligation.id(),
                sow + obligation.id().place(),
                obligation.version(),
                obligation.code(),
                obligation.state().code(),
                frame.text("sow.state." + obligation.state().code()),
                question != null ? Tone.WARN : tone(obligation.state()),
                promise.text(),
                promise.section(),
                orEmpty(promise.accountable()),
                String.join(", ", promise.responsible()),
                frame.text("sow.kind." + promise.kind().name().toLowerCase(Locale.ROOT)),
                topics.getOrDefault(promise.topic(), promise.topic()),
                orEmpty(promise.due()),
                orEmpty(promise.quantity()),
                orEmpty(promise.amount()),
                assigned == null ? "" : people.getOrDefault(assigned, ""),
                orEmpty(obligation.dropReason()),
                obligation.corrected(),
                obligation.seen() != null,
                switch (question) {
                    case null -> "";
                    case Question.SaysOtherwise _ -> frame.text("sow.question.otherwise");
                    case Question.IsGone _ -> frame.text("sow.question.gone");
                },
                question instanceof Question.SaysOtherwise(var _, var now)
                        ? WordRun.between(promise.text(), now.quote())
                        : List.of(),
                question instanceof Question.SaysOtherwise(var before, var now)
                        ? Differences.of(frame, before, now)
                        : List.of());
    }

    private static Tone tone(State state) {
        return switch (state) {
            case PROPOSED -> Tone.ACCENT;
            case ACCEPTED -> Tone.GOOD;
            case DROPPED, MERGED, SPLIT, WITHDRAWN -> Tone.CALM;
        };
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
