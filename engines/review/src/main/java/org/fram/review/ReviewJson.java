package org.fram.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.fram.office.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

/// The review format: a [Review], or a [Comparison], as JSON.
///
/// Fields stand in the order of the records, names are in snake case, and a place shows only what is known of it. The
/// same review always gives the same text. `docs/reference/review-format.md` describes each field;
/// `docs/reference/review.schema.json` is the schema.
public final class ReviewJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .withConfigOverride(List.class, ReviewJson::neverNull)
            .withConfigOverride(Map.class, ReviewJson::neverNull)
            .addMixIn(Place.class, OnlyWhatIsKnown.class)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ReviewJson() {}

    /// The review as indented JSON that ends with a line break.
    public static String write(Review review) {
        return MAPPER.writeValueAsString(review) + "\n";
    }

    /// The comparison as indented JSON that ends with a line break.
    public static String write(Comparison comparison) {
        return MAPPER.writeValueAsString(comparison) + "\n";
    }

    /// Reads what [#write(Review)] wrote. Fields that this version does not know are passed over.
    ///
    /// @throws IllegalArgumentException if the text is no review; the message says what and where
    public static Review read(String json) {
        try {
            return MAPPER.readValue(json, Review.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no review: " + e.getOriginalMessage() + at(e), e);
        }
    }

    private static String at(JacksonException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static void neverNull(MutableConfigOverride override) {
        override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL));
    }

    /// A place without the numbers that its document's format does not know.
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @JsonDeserialize(using = PlaceReader.class)
    private interface OnlyWhatIsKnown {}

    private static final class PlaceReader extends ValueDeserializer<Place> {

        @Override
        public Place deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode place = context.readTree(parser);
            return new Place(
                    place.path("page").asInt(0),
                    place.path("paragraph").asInt(0),
                    place.path("table").asInt(0),
                    place.path("row").asInt(0),
                    place.path("cell").asInt(0));
        }
    }
}
