package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas that are written from the records which files are read into, or written from.
final class Schemas {

    static final Path REFERENCE = Path.of("../../docs/reference");

    private Schemas() {}

    /// A generator's settings: what is not `@Nullable` is required, and words are those of the files.
    static SchemaGeneratorConfigBuilder settings() {
        var settings = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new JacksonSchemaModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.RESPECT_JSONPROPERTY_ORDER));
        settings.forTypesInGeneral().withPropertySorter((_, _) -> 0);
        settings.forFields().withRequiredCheck(field -> !optional(field));
        return settings;
    }

    private static boolean optional(FieldScope field) {
        return Arrays.stream(field.getDeclaringType().getErasedType().getRecordComponents())
                .filter(component -> component.getName().equals(field.getDeclaredName()))
                .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /// Holds a published schema to that of the records, and writes it with `-Dfram.write=true`.
    static void held(String file, ObjectNode schema) throws IOException {
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        var published = REFERENCE.resolve(file);
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(published, json);
        }
        assertThat(published).content().isEqualToNormalizingNewlines(json);
    }

    /// What a published schema finds wrong in a text.
    static List<Error> errors(String schema, String text, InputFormat format) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PageTable.read(REFERENCE.resolve(schema)), InputFormat.JSON)
                .validate(text, format);
    }
}
