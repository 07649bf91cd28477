package org.fram.app.sow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fram.app.sow.Obligation.State;
import org.fram.review.Review;
import tools.jackson.databind.json.JsonMapper;

/// What people decided about a document's obligations, in the shape of the labels by which reviews are scored and
/// weights are fitted: accepted findings with what people corrected, dropped ones as no obligations, with the reason.
///
/// Quotes are those of the document, so an obligation that somebody added is labelled only where its text is one. What
/// nobody decided is not in it.
public final class Labels {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Labels() {}

    /// The labels as indented JSON.
    public static String of(Review review, List<Obligation> all) {
        var labels = new LinkedHashMap<String, Object>();
        labels.put("document", review.document());
        labels.put("language", review.language());
        labels.put(
                "parties",
                review.parties().stream()
                        .map(party ->
                                ordered("name", party.name(), "aliases", party.aliases(), "side", lower(party.side())))
                        .toList());
        labels.put(
                "obligations",
                all.stream()
                        .filter(one -> one.state() == State.ACCEPTED || one.state() == State.MERGED)
                        .filter(one -> one.seen() != null)
                        .map(Labels::obligation)
                        .toList());
        labels.put(
                "non_obligations",
                all.stream()
                        .filter(one -> one.state() == State.DROPPED && one.seen() != null)
                        .map(one -> ordered(
                                "quote",
                                Objects.requireNonNull(one.seen()).quote(),
                                "reason",
                                Objects.requireNonNullElse(one.dropReason(), "")))
                        .toList());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(labels) + "\n";
    }

    private static Map<String, Object> obligation(Obligation one) {
        var promise = one.promise();
        var seen = Objects.requireNonNull(one.seen());
        var label = new LinkedHashMap<String, Object>();
        label.put("id", one.code());
        label.put("quote", seen.quote());
        label.put("section", promise.section());
        label.put("accountable", promise.accountable());
        label.put("kind", lower(promise.kind()));
        label.put("topic", promise.topic());
        label.put("due", promise.due());
        label.put("quantity", promise.quantity());
        label.put("amount", promise.amount());
        if (!promise.raci().isEmpty()) {
            label.put("raci", promise.raci());
        }
        label.put(
                "accountable_source",
                Objects.equals(promise.accountable(), seen.accountable()) ? "found" : "corrected");
        return label;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
