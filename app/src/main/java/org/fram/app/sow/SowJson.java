package org.fram.app.sow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fram.drafting.Answers;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.review.Review;
import org.fram.review.ReviewJson;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Documents, findings and obligations as they lie in the tables.
final class SowJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Block.class, Named.class).build();

    private SowJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Block.ListItem.class, name = "item"),
        @JsonSubTypes.Type(value = Block.Footnote.class, name = "footnote"),
        @JsonSubTypes.Type(value = Block.Table.class, name = "table")
    })
    private interface Named {}

    static JSONB write(Document document) {
        return text(document);
    }

    static JSONB write(Review review) {
        return JSONB.valueOf(escaped(ReviewJson.write(review)));
    }

    static JSONB write(Map<String, String> raci) {
        return text(new TreeMap<>(raci));
    }

    static JSONB write(Obligation obligation) {
        return text(obligation);
    }

    static @Nullable JSONB write(Review.@Nullable Obligation found) {
        return found == null ? null : text(found);
    }

    static JSONB write(Answers answers) {
        return text(answers.values());
    }

    static Answers answers(JSONB json) {
        return new Answers(MAPPER.readValue(json.data(), new TypeReference<Map<String, List<String>>>() {}));
    }

    static Document document(JSONB json) {
        return MAPPER.readValue(json.data(), Document.class);
    }

    static Review review(JSONB json) {
        return ReviewJson.read(json.data());
    }

    static Map<String, String> raci(JSONB json) {
        return MAPPER.readValue(json.data(), new TypeReference<Map<String, String>>() {});
    }

    static Review.@Nullable Obligation found(@Nullable JSONB json) {
        return json == null ? null : MAPPER.readValue(json.data(), Review.Obligation.class);
    }

    private static JSONB text(Object value) {
        return JSONB.valueOf(escaped(MAPPER.writeValueAsString(value)));
    }

    /// PostgreSQL keeps no character 0.
    private static String escaped(String json) {
        return json.replace("\\u0000", "\\ufffd");
    }
}
