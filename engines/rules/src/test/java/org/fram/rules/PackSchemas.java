package org.fram.rules;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fram.facts.FactsDocument;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of packs and of their cases, from the records that [Binder] makes of such files.
final class PackSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode FACTS =
            (ObjectNode) JSON.readTree(PageTable.read(Schemas.REFERENCE.resolve("facts.schema.json")));

    private static final Map<Class<?>, Map<String, String>> MEANINGS = Map.of(
            PackFile.Entry.class, PageTable.of("practice-packs.md", "A pack"),
            PackFile.PracticeEntry.class, PageTable.of("practice-packs.md", "A practice"),
            PackFile.CheckEntry.class, PageTable.of("practice-packs.md", "A practice"),
            PackCases.CaseEntry.class, PageTable.of("practice-packs.md", "Cases"));

    private PackSchemas() {}

    static ObjectNode pack() {
        var schema = schema(PackFile.Entry.class, "A pack of practices");
        var practice = definition(schema, "PracticeEntry");
        practice.putArray("oneOf").add(required("when", "message")).add(required("checks"));
        property(practice, "id").put("pattern", "^[A-Z][A-Z0-9]*-[A-Za-z0-9-]+$");
        property(practice, "applies").put("minItems", 1);
        for (var entry : List.of(practice, definition(schema, "CheckEntry"))) {
            property(entry, "for").put("minProperties", 1).put("maxProperties", 1);
        }
        property(definition(schema, "ParameterEntry"), "default").put("type", "number");
        return schema;
    }

    /// With the definitions of facts in it, so that an editor needs this one file.
    static ObjectNode cases() {
        var schema = schema(PackCases.Entry.class, "Cases of a pack of practices");
        var definitions = (ObjectNode) schema.get("$defs");
        FACTS.get("$defs").properties().forEach(entry -> definitions.set(entry.getKey(), entry.getValue()));
        return schema;
    }

    private static ObjectNode schema(Class<? extends Record> root, String title) {
        var settings = Schemas.settings()
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.SCHEMA_VERSION_INDICATOR);
        settings.forTypesInGeneral().withCustomDefinitionProvider((type, _) -> {
            var custom = custom(type.getErasedType());
            return custom == null ? null : new CustomDefinition(custom, DefinitionType.INLINE, AttributeInclusion.NO);
        });
        settings.forFields()
                .withDescriptionResolver(PackSchemas::meaning)
                .withCustomDefinitionProvider(
                        (field, _) -> field.getDeclaredName().equals("gates")
                                ? new CustomPropertyDefinition(gates(), AttributeInclusion.YES)
                                : null);
        var generated = new SchemaGenerator(settings.build()).generateSchema(root);
        var schema = JSON.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("title", title);
        generated.properties().forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
        return schema;
    }

    private static @Nullable String meaning(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : MEANINGS.getOrDefault(field.getDeclaringType().getErasedType(), Map.of())
                        .get(field.getSchemaPropertyName());
    }

    /// What is written otherwise than the record that is made of it.
    private static @Nullable ObjectNode custom(Class<?> type) {
        if (type == Written.class) {
            var written = JSON.createObjectNode();
            written.putArray("type").add("string").add("number").add("boolean");
            return written;
        }
        if (type == PackFile.SeverityEntry.class) {
            var expression = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
            expression.putObject("properties").putObject("expression").put("type", "string");
            expression.putArray("required").add("expression");
            return either(words(FactTypes.words(Severity.class)), expression);
        }
        if (type == PackCases.ExpectEntry.class) {
            var items = JSON.createObjectNode().put("type", "array");
            items.putObject("items").put("type", "string");
            return either(words(PackCases.WORDS), items);
        }
        if (type == FactsDocument.class) {
            // As little of the facts as a case needs: the version may be left out.
            var given = JSON.createObjectNode().put("type", "object");
            given.set("properties", FACTS.get("properties"));
            return given.put("additionalProperties", false);
        }
        return null;
    }

    private static ObjectNode gates() {
        var words = new ArrayList<>(FactTypes.words(Gate.class));
        words.add("all");
        var gates = JSON.createObjectNode().put("type", "array");
        gates.set("items", words(words));
        return gates;
    }

    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        var either = JSON.createObjectNode();
        either.putArray("anyOf").add(one).add(other);
        return either;
    }

    private static ObjectNode words(List<String> words) {
        var schema = JSON.createObjectNode().put("type", "string");
        var list = schema.putArray("enum");
        words.forEach(list::add);
        return schema;
    }

    private static ObjectNode required(String... keys) {
        var schema = JSON.createObjectNode();
        var list = schema.putArray("required");
        Set.of(keys).stream().sorted().forEach(list::add);
        return schema;
    }

    private static ObjectNode definition(ObjectNode schema, String name) {
        return (ObjectNode) Objects.requireNonNull(schema.get("$defs").get(name), name);
    }

    private static ObjectNode property(ObjectNode schema, String name) {
        return (ObjectNode) Objects.requireNonNull(schema.get("properties").get(name), name);
    }
}
