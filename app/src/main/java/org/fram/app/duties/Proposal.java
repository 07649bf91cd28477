package org.fram.app.duties;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.facts.ActivityArea;
import org.fram.facts.PeopleFacts.DividedActivity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a table of responsibilities may begin with: activities, and who usually does what, by where the
/// technology runs. It is data, in `library/duties/proposal.yaml`.
final class Proposal {

    private static final String FILE = "/fram/library/duties/proposal.yaml";
    private static final List<Entry> LIBRARY = read();

    private Proposal() {}

    /// Who takes part, whatever they are called in an engagement.
    enum Taker {
        @JsonProperty("vendor")
        VENDOR,
        @JsonProperty("IT")
        IT,
        @JsonProperty("center")
        CENTER,
        @JsonProperty("carrier")
        CARRIER,
        @JsonProperty("partner")
        PARTNER,
        @JsonProperty("tester")
        TESTER;

        /// The column that it is in an engagement, the first where there are several.
        Optional<Participant> in(List<Participant> columns) {
            return columns.stream()
                    .filter(column -> !column.added() && is(column))
                    .findFirst();
        }

        private boolean is(Participant column) {
            return switch (this) {
                case VENDOR -> column.side() == Side.VENDOR || column.side() == Side.OUTSOURCER;
                case IT -> column.side() == Side.BUYER && column.function().equals(Participant.IT);
                case CENTER -> column.side() == Side.BUYER && column.function().equals(Participant.CENTER);
                case CARRIER -> column.side() == Side.CARRIER;
                case PARTNER -> column.side() == Side.PARTNER;
                case TESTER -> column.side() == Side.TESTER;
            };
        }
    }

    /// An activity that is proposed.
    ///
    /// @param who the letters of each
    record Suggested(
            ActivityArea area, String text, @Nullable DividedActivity divided, Map<Taker, Letters> who) {

        /// The letters by the names of an engagement’s columns; those who do not take part have none.
        Map<String, Letters> in(List<Participant> columns) {
            var letters = new LinkedHashMap<String, Letters>();
            who.forEach((taker, letter) -> taker.in(columns).ifPresent(column -> letters.put(column.name(), letter)));
            return letters;
        }
    }

    /// What is proposed where the technology runs there.
    static List<Suggested> of(Sourcing sourcing) {
        return LIBRARY.stream().flatMap(entry -> entry.in(sourcing).stream()).toList();
    }

    /// An entry of the file.
    private record Entry(
            ActivityArea area,
            String activity,
            @Nullable DividedActivity divided,
            @Nullable Map<String, String> who,
            @Nullable JsonNode premises,
            @Nullable JsonNode hosted,
            @Nullable JsonNode cloud) {

        private Optional<Suggested> in(Sourcing sourcing) {
            var own = switch (sourcing) {
                case ON_PREMISES -> premises;
                case HOSTED -> hosted;
                case CLOUD -> cloud;
            };
            if (own != null && own.isString()) {
                return Optional.empty();
            }
            var letters = new LinkedHashMap<Taker, Letters>();
            if (own == null) {
                Objects.requireNonNullElse(who, Map.<String, String>of())
                        .forEach((taker, letter) -> letters.put(taker(taker), letter(letter)));
            } else {
                own.properties()
                        .forEach(one -> letters.put(
                                taker(one.getKey()), letter(one.getValue().asString())));
            }
            return Optional.of(new Suggested(area, activity, divided, letters));
        }

        private static Letters letter(String text) {
            return Letters.read(text)
                    .orElseThrow(() -> new IllegalStateException("%s: '%s' is no letter.".formatted(FILE, text)));
        }

        private static Taker taker(String word) {
            return Arrays.stream(Taker.values())
                    .filter(taker -> taker.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("%s: nobody is '%s'.".formatted(FILE, word)));
        }
    }

    private static List<Entry> read() {
        try (InputStream in = Proposal.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
