package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Facts of any content that a program writes, as JSON or as YAML, are read as they were.
class FactsRoundTripTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /// Texts that mean something else where they are written carelessly.
    private static final List<String> TEXTS = List.of(
            "The vendor ports the numbers.",
            "yes",
            "null",
            "~",
            "",
            " leading and trailing ",
            "2027-03-31",
            "0x1F",
            "1_000",
            "12e3",
            "- a list: {of: maps} # no comment",
            "a: b",
            "&anchor *alias !tag |",
            "it's \"quoted\" \\ twice",
            "two\nlines",
            "ends with a line\n\n",
            "\ttab and \u0007 bell \u2028 separator",
            "עברית, 日本語 and 🚢",
            "%directive",
            "?",
            "---");

    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsRead(long seed) {
        var facts = new Making(new Random(seed)).facts();
        var joined = Joins.of(facts);

        assertThat(FactsFile.read(JSON.writeValueAsString(facts), "facts.json")).isEqualTo(joined);
        assertThat(FactsFile.read(YAML.writeValueAsString(facts), "facts.yaml")).isEqualTo(joined);
    }

    /// Makes facts: about half of what may be absent is.
    private static final class Making {

        private final Random random;
        private int items;

        Making(Random random) {
            this.random = random;
        }

        FactsDocument facts() {
            return (FactsDocument) record(FactsDocument.class);
        }

        private Object record(Class<?> type) {
            var components = type.getRecordComponents();
            var values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values[i] = optional && random.nextBoolean() ? null : value(components[i]);
            }
            try {
                return type.getDeclaredConstructor(Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new))
                        .newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record %s cannot be made.".formatted(type), e);
            }
        }

        private Object value(RecordComponent component) {
            return switch (component.getName()) {
                case "version" -> FactsDocument.VERSION;
                // Ids are there once in a list.
                case "id" -> "I-%d %s".formatted(++items, text());
                default -> value(component.getGenericType());
            };
        }

        private Object value(Type type) {
            if (type instanceof ParameterizedType generic) {
                if (generic.getRawType() == Map.class) {
                    return Map.of(text() + "k", value(generic.getActualTypeArguments()[1]));
                }
                var list = new ArrayList<Object>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(generic.getActualTypeArguments()[0]));
                }
                return list;
            }
            var plain = (Class<?>) type;
            if (plain.isRecord()) {
                return record(plain);
            }
            if (plain.isEnum()) {
                return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
            }
            return switch (plain.getSimpleName()) {
                case "String" -> text();
                case "boolean", "Boolean" -> random.nextBoolean();
                case "int", "Integer" -> random.nextInt();
                case "long", "Long" -> random.nextLong();
                case "double", "Double" -> random.nextGaussian() * Math.pow(10, random.nextInt(-9, 12));
                case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(-30_000, 60_000));
                default -> throw new IllegalStateException("Nobody has said how to make a " + plain + ".");
            };
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
    }
}
