package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The reference page of the facts document, written from the records and their Javadoc.
final class FactsReference {

    private static final String HEAD = """
            # The facts document

            What is known of an engagement, as one tree that people and programs can write and read: as YAML or JSON, by
            `./fram review --facts` from a statement of work, and by hand. Practices, gates and triggers are expressions
            over it. [facts.schema.json](facts.schema.json) is its JSON Schema.

            A field marked with ○ may be left out where nothing is known. That differs from empty: no list of risks means
            that nobody has told; an empty one, that there are none. Days are written as in `2026-11-30`. Fields are only
            ever added; `version` grows when that happens.

            This page is written from the records of `engines/facts` by their test, with `-Dfram.write=true`.
            """;

    private final FactsSources sources;
    private final LinkedHashSet<Class<?>> records = new LinkedHashSet<>();
    private final LinkedHashSet<Class<?>> enums = new LinkedHashSet<>();

    FactsReference(FactsSources sources) {
        this.sources = sources;
        walk();
    }

    List<Class<?>> records() {
        return List.copyOf(records);
    }

    List<Class<?>> enums() {
        return List.copyOf(enums);
    }

    /// Depth first, so that a section is followed by what it consists of.
    private void walk() {
        var waiting = new ArrayDeque<Class<?>>(List.of(FactsDocument.class));
        while (!waiting.isEmpty()) {
            var type = waiting.pop();
            if (type.isEnum()) {
                enums.add(type);
            } else if (type.isRecord() && records.add(type)) {
                var parts = new ArrayList<Class<?>>();
                for (var component : type.getRecordComponents()) {
                    parts.addAll(classes(component.getGenericType()));
                }
                parts.reversed().forEach(waiting::push);
            }
        }
    }

    private static List<Class<?>> classes(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .flatMap(argument -> classes(argument).stream())
                    .toList();
        }
        return type instanceof Class<?> plain && plain.getName().startsWith("org.fram.") ? List.of(plain) : List.of();
    }

    String page() {
        var page = new StringBuilder(HEAD);
        for (var type : records) {
            page.append("\n## %s\n\n%s\n\n".formatted(type.getSimpleName(), sources.of(type)));
            page.append("| field | | type | meaning |\n| --- | --- | --- | --- |\n");
            for (var component : type.getRecordComponents()) {
                page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                component.getName(),
                                optional(component) ? "○" : "",
                                link(component.getGenericType()),
                                cell(Objects.requireNonNullElse(sources.of(type, component.getName()), ""))));
            }
        }
        for (var type : enums) {
            page.append("\n## %s\n\n%s\n\n".formatted(type.getSimpleName(), sources.of(type)));
            constants(type).forEach(constant -> page.append("- %s\n".formatted(constant)));
        }
        return page.toString();
    }

    private List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(field -> {
                    var about = sources.of(type, field.getName());
                    var word = "`%s`".formatted(word(field));
                    return about == null
                            ? word
                            : "%s (%s)".formatted(word, cell(about).replaceAll("\\.$", ""));
                })
                .toList();
    }

    static String word(java.lang.reflect.Field constant) {
        return constant.getAnnotation(JsonProperty.class).value();
    }

    static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String link(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? "list of " + link(generic.getActualTypeArguments()[0])
                    : "text by text";
        }
        var plain = (Class<?>) type;
        if (plain.getName().startsWith("org.fram.")) {
            return "[%s](#%s)".formatted(plain.getSimpleName(), anchor(plain));
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "LocalDate" -> "day";
            case "Boolean", "boolean" -> "true or false";
            case "Integer", "int", "long" -> "whole number";
            case "Double", "double" -> "number";
            default -> throw new IllegalStateException("There is no word yet for the type " + plain);
        };
    }

    private static String anchor(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
