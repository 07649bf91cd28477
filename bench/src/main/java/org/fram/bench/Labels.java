package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people say a document holds: the labels of one `*.gold.json`. A list is null where the labels do not say
/// anything of the kind, which is different from empty.
///
/// @param name of the statement of work, whatever the format
/// @param documents the files that the labels are about
/// @param unscoredTopics weak, arguable and not applicable ones
record Labels(
        String name,
        List<Path> documents,
        List<Party> parties,
        List<Obligation> obligations,
        List<Kpi> kpis,
        @Nullable List<String> assumptions,
        @Nullable List<String> objectives,
        @Nullable List<String> vague,
        @Nullable List<String> boilerplate,
        @Nullable List<Contradiction> contradictions,
        Set<String> topicsMissing,
        Set<String> unscoredTopics,
        @Nullable Price price) {

    /// A party with all its names.
    record Party(String name, List<String> aliases, String side) {
        boolean isNamed(String other) {
            return bare(name).equals(bare(other))
                    || aliases.stream().anyMatch(alias -> bare(alias).equals(bare(other)));
        }
    }

    /// An obligation.
    ///
    /// @param quote what a prediction is matched with: the full sentence where a table tears the quote
    /// @param topics all that are accepted, the first one preferred
    /// @param optional whether it may be left out
    /// @param kpiRow whether it is a row of KPIs
    record Obligation(
            String id,
            String quote,
            @Nullable String accountable,
            String kind,
            List<String> topics,
            @Nullable String due,
            @Nullable String quantity,
            @Nullable String amount,
            boolean optional,
            boolean kpiRow) {

        /// Whether it counts; else it is neither missed nor, where predicted, false.
        boolean counts() {
            return !optional && !kpiRow;
        }
    }

    record Kpi(String name, String quote) {}

    record Contradiction(String a, String b, String about) {}

    record Price(
            List<Line> lines,
            @Nullable String statedTotal,
            @Nullable Boolean addsUp) {
        record Line(String text, String amount) {}
    }

    /// A name without case, surrounding space and a leading article.
    static String bare(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.startsWith("the ") ? lower.substring(4).strip() : lower;
    }

    /// The labelled party of that name, or null.
    @Nullable
    Party party(String called) {
        for (var party : parties) {
            if (bare(party.name).equals(bare(called))) {
                return party;
            }
        }
        for (var party : parties) {
            if (party.isNamed(called)) {
                return party;
            }
        }
        return null;
    }

    /// Reads labels; their documents stand beside the file. Where the labels are about a part of a longer document
    /// (`part`), its PDF counts only as an excerpt (`pdf_excerpt`).
    static Labels read(Path file) throws IOException {
        var json = new JsonMapper().readTree(Files.readString(file));
        var folder = file.toAbsolutePath().getParent();
        var documents = new ArrayList<Path>();
        var pdf = json.hasNonNull("pdf_excerpt") || json.hasNonNull("part") ? "pdf_excerpt" : "pdf";
        for (var field : List.of("document", pdf)) {
            var named = text(json, field);
            if (named != null) {
                documents.add(folder == null ? Path.of(named) : folder.resolve(named));
            }
        }
        var parties = each(json, "parties")
                .map(party -> new Party(required(party, "name"), texts(party, "aliases"), required(party, "side")))
                .toList();
        var kpis = each(json, "kpis")
                .map(kpi -> new Kpi(required(kpi, "name"), quote(kpi)))
                .toList();
        var kpiQuotes = new HashSet<String>();
        var kpiObligations = new HashSet<String>();
        each(json, "kpis").forEach(kpi -> {
            kpiQuotes.add(Words.plain(quote(kpi)));
            var obligation = text(kpi, "obligation");
            if (obligation != null) {
                kpiObligations.add(obligation);
            }
        });
        var obligations = each(json, "obligations")
                .map(item -> {
                    var topics = new ArrayList<String>();
                    topics.add(required(item, "topic"));
                    topics.addAll(texts(item, "topics_also"));
                    topics.addAll(texts(item, "topic_alt"));
                    boolean kpiRow = topics.getFirst().equals("kpi-targets")
                            && (kpiQuotes.contains(Words.plain(quote(item)))
                                    || kpiObligations.contains(required(item, "id"))
                                    || quote(item).contains(" | "));
                    return new Obligation(
                            required(item, "id"),
                            quote(item),
                            text(item, "accountable"),
                            required(item, "kind"),
                            List.copyOf(topics),
                            text(item, "due"),
                            text(item, "quantity"),
                            text(item, "amount"),
                            item.path("optional").asBoolean(false),
                            kpiRow);
                })
                .toList();
        var contradictions = !json.has("contradictions")
                ? null
                : each(json, "contradictions")
                        .map(item ->
                                new Contradiction(required(item, "a"), required(item, "b"), required(item, "about")))
                        .toList();
        var unscored = new HashSet<String>();
        for (var field : List.of("topics_weak", "topics_not_applicable", "topics_arguable")) {
            each(json, field)
                    .forEach(topic -> unscored.add(topic.isString() ? topic.asString() : required(topic, "topic")));
        }
        return new Labels(
                file.getFileName().toString().replace(".gold.json", ""),
                List.copyOf(documents),
                parties,
                obligations,
                kpis,
                quotes(json, "assumptions"),
                quotes(json, "objectives"),
                quotes(json, "vague"),
                quotes(json, "boilerplate"),
                contradictions,
                Set.copyOf(texts(json, "topics_missing")),
                Set.copyOf(unscored),
                json.hasNonNull("price") ? price(json.path("price")) : null);
    }

    private static Price price(JsonNode json) {
        return new Price(
                each(json, "lines")
                        .map(line -> new Price.Line(required(line, "text"), required(line, "amount")))
                        .toList(),
                text(json, "stated_total"),
                json.hasNonNull("adds_up") ? json.path("adds_up").asBoolean() : null);
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode json, String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }

    private static @Nullable List<String> quotes(JsonNode json, String field) {
        return json.has(field) ? each(json, field).map(Labels::quote).toList() : null;
    }

    private static String quote(JsonNode item) {
        var full = text(item, "full");
        return full == null ? required(item, "quote") : full;
    }

    private static List<String> texts(JsonNode json, String field) {
        return each(json, field).map(JsonNode::asString).toList();
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.path(field).asString() : null;
    }

    private static String required(JsonNode json, String field) {
        var text = text(json, field);
        if (text == null) {
            throw new IllegalArgumentException(
                    "A label lacks its \"" + field + "\": " + json + ". Add it, or take the label out.");
        }
        return text;
    }
}
