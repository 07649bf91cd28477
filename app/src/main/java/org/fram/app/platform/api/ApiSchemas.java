package org.fram.app.platform.api;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what programs send and get, from the records that are written: what is not `@Nullable` is
/// required.
final class ApiSchemas {

    private final SchemaBuilder builder = new SchemaGenerator(settings().build()).buildMultipleSchemaDefinitions();

    /// A reference to the schema of a type.
    ObjectNode of(Type type) {
        return builder.createSchemaReference(type);
    }

    /// All schemas that were referred to, by names.
    ObjectNode collect() {
        return builder.collectDefinitions("components/schemas");
    }

    private static SchemaGeneratorConfigBuilder settings() {
        var settings = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.PLAIN_DEFINITION_KEYS)
                .with(new JacksonSchemaModule(
                        JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.RESPECT_JSONPROPERTY_ORDER));
        settings.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withDefinitionNamingStrategy(new Names())
                .withCustomDefinitionProvider((type, context) -> special(type.getErasedType(), context));
        settings.forFields().withRequiredCheck(field -> !optional(field));
        return settings;
    }

    /// Constants with codes are written as those, and a tree of JSON can be anything.
    private static @Nullable CustomDefinition special(Class<?> type, SchemaGenerationContext context) {
        var json = context.getGeneratorConfig().createObjectNode();
        if (type.isEnum() && Code.class.isAssignableFrom(type)) {
            json.put("type", "string");
            var codes = json.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                codes.add(((Code) constant).code());
            }
        } else if (ObjectNode.class.isAssignableFrom(type)) {
            json.put("type", "object");
        } else if (!JsonNode.class.isAssignableFrom(type)) {
            return null;
        }
        return new CustomDefinition(json, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    private static boolean optional(FieldScope field) {
        RecordComponent @Nullable [] components =
                field.getDeclaringType().getErasedType().getRecordComponents();
        return components == null
                || Arrays.stream(components)
                        .filter(component -> component.getName().equals(field.getDeclaredName()))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /// `Page` of `SiteJson` is `SitePage`.
    private static final class Names extends DefaultSchemaDefinitionNamingStrategy {

        @Override
        public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
            var type = key.getType();
            if (type.getErasedType() == Page.class) {
                return simple(type.getTypeParameters().getFirst().getErasedType()) + "Page";
            }
            return simple(type.getErasedType());
        }

        private static String simple(Class<?> type) {
            return type.getSimpleName().replaceFirst("Json$", "");
        }
    }
}
