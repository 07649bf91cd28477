package org.fram.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FactsDocumentTest {

    private static final Path REFERENCE = Path.of("../../docs/reference");
    private static final FactsSources SOURCES = FactsSources.read();
    private static final FactsReference PAGE = new FactsReference(SOURCES);

    @Test
    void everyRecordFieldAndEnumSaysWhatItMeans() {
        var silent = new TreeSet<String>();
        for (var type : PAGE.records()) {
            if (SOURCES.of(type) == null) {
                silent.add(type.getSimpleName());
            }
            for (var component : type.getRecordComponents()) {
                var meaning = SOURCES.of(type, component.getName());
                if (meaning == null || meaning.isBlank()) {
                    silent.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
        PAGE.enums().stream().filter(type -> SOURCES.of(type) == null).forEach(type -> silent.add(type.getName()));

        assertThat(silent).isEmpty();
    }

    @Test
    void wordsOfEnumsAreLowerCaseWithSpacesUnlessTheFieldWritesThemOtherwise() {
        for (var type : PAGE.enums()) {
            assertThat(constants(type)).as(type.getSimpleName()).allSatisfy(field -> {
                assertThat(field.isAnnotationPresent(JsonProperty.class)).isTrue();
                assertThat(FactsReference.word(field)).matches("[A-Za-z][A-Za-z ,-]*");
                assertThat(field.getName())
                        .isEqualTo(FactsReference.word(field)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replaceAll("[^A-Z]+", "_"));
            });
        }
    }

    @Test
    void itemsOfListsCanBeTold() {
        var nameless = PAGE.records().stream()
                .filter(type -> type.getSimpleName().endsWith("Fact"))
                .filter(type -> isInAList(type))
                .filter(type -> type.getRecordComponents()[0].getType() == Boolean.class
                        || FactsReference.optional(type.getRecordComponents()[0]))
                .map(Class::getSimpleName)
                .toList();

        assertThat(nameless).isEmpty();
    }

    @Test
    void thePublishedPageIsThatOfTheRecords() throws IOException {
        held(REFERENCE.resolve("facts.md"), PAGE.page());
    }

    @Test
    void thePublishedSchemaIsThatOfTheRecords() throws IOException {
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema()) + "\n";

        held(REFERENCE.resolve("facts.schema.json"), json);
    }

    private static void held(Path file, String content) throws IOException {
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(file, content);
        }
        assertThat(file).content().isEqualToNormalizingNewlines(content);
    }

    private static boolean isInAList(Class<?> item) {
        return PAGE.records().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .anyMatch(component ->
                        component.getGenericType().getTypeName().equals("java.util.List<" + item.getName() + ">"));
    }

    private static List<Field> constants(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(Field::isEnumConstant).toList();
    }

    private static ObjectNode schema() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES, Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new JacksonSchemaModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY));
        config.forTypesInGeneral()
                .withDescriptionResolver(scope -> SOURCES.of(scope.getType().getErasedType()));
        config.forFields()
                .withRequiredCheck(field -> !isOptional(field.getDeclaringType().getErasedType(), field.getName()))
                .withDescriptionResolver(
                        field -> SOURCES.of(field.getDeclaringType().getErasedType(), field.getName()));
        return new SchemaGenerator(config.build()).generateSchema(FactsDocument.class);
    }

    private static boolean isOptional(Class<?> type, String field) {
        return Arrays.stream(Objects.requireNonNullElse(
                        type.getRecordComponents(), new java.lang.reflect.RecordComponent[0]))
                .anyMatch(component -> component.getName().equals(field) && FactsReference.optional(component));
    }
}
