package org.fram.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The records of facts as types of the expression language, and how their fields are read.
///
/// Texts are strings, days are timestamps, enums are strings that the compiler checks against their words,
/// whole and decimal numbers are int and double. What is absent reads as null.
@SuppressWarnings("Immutable") // filled while it is made, and never changed after
final class FactTypes implements CelTypeProvider {

    private static final ClassValue<Map<Object, String>> WORDS = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            var words = new LinkedHashMap<Object, String>();
            for (var constant : type.getEnumConstants()) {
                var name = ((Enum<?>) constant).name();
                try {
                    var named = type.getField(name).getAnnotation(JsonProperty.class);
                    words.put(constant, named == null ? name : named.value());
                } catch (NoSuchFieldException e) {
                    throw new IllegalStateException("The constant %s of %s has no field.".formatted(name, type), e);
                }
            }
            return Collections.unmodifiableMap(words);
        }
    };

    private final Class<? extends Record> root;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private FactTypes(Class<? extends Record> root) {
        this.root = root;
        add(root);
    }

    /// A record as the expression language sees it.
    record Shape(Class<? extends Record> type, StructType struct, Map<String, Field> fields) {}

    /// A field of a record.
    ///
    /// @param words the enum whose words the field, or each item of the field, takes, or null
    /// @param optional whether it may be absent
    record Field(String name, CelType type, @Nullable Class<?> words, boolean optional, Reading reading) {}

    /// Reads a field of a record; null where it is absent.
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(Object record);
    }

    /// The types of a tree of records.
    static FactTypes of(Class<? extends Record> root) {
        return new FactTypes(root);
    }

    /// The word of an enum's constant in files and expressions.
    static String word(Enum<?> constant) {
        return String.valueOf(WORDS.get(constant.getDeclaringClass()).get(constant));
    }

    /// The words of an enum, in its order.
    static List<String> words(Class<?> type) {
        return List.copyOf(WORDS.get(type).values());
    }

    Shape root() {
        return shape(root.getSimpleName());
    }

    Shape shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("There is no record %s.".formatted(name));
        }
        return shape;
    }

    @Nullable
    Shape shapeOf(CelType type) {
        return type.kind() == CelKind.STRUCT ? shapes.get(type.name()) : null;
    }

    /// The names of all fields of all records.
    Set<String> fieldNames() {
        var names = new TreeSet<String>();
        shapes.values().forEach(shape -> names.addAll(shape.fields().keySet()));
        return names;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return shapes.values().stream().map(shape -> (CelType) shape.struct()).collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(shapes.get(name)).map(Shape::struct);
    }

    private StructType add(Class<? extends Record> type) {
        var known = shapes.get(type.getSimpleName());
        if (known != null) {
            return known.struct();
        }
        var fields = new LinkedHashMap<String, Field>();
        var names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(ImmutableSet.toImmutableSet());
        var struct = StructType.create(
                type.getSimpleName(),
                names,
                name -> Optional.ofNullable(fields.get(name)).map(Field::type));
        shapes.put(type.getSimpleName(), new Shape(type, struct, Collections.unmodifiableMap(fields)));
        for (var component : type.getRecordComponents()) {
            fields.put(component.getName(), field(component));
        }
        return struct;
    }

    private Field field(RecordComponent component) {
        var words = words(component.getGenericType());
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                component.getName(), type(component.getGenericType()), words, optional, reading(component, words));
    }

    private static @Nullable Class<?> words(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return words(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain && plain.isEnum() ? plain : null;
    }

    private CelType type(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return ListType.create(type(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                return MapType.create(type(arguments[0]), type(arguments[1]));
            }
        }
        if (type instanceof Class<?> plain) {
            if (plain.isRecord()) {
                return add(plain.asSubclass(Record.class));
            }
            if (plain == String.class || plain.isEnum()) {
                return SimpleType.STRING;
            }
            if (plain == boolean.class || plain == Boolean.class) {
                return SimpleType.BOOL;
            }
            if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
                return SimpleType.INT;
            }
            if (plain == double.class || plain == Double.class) {
                return SimpleType.DOUBLE;
            }
            if (plain == LocalDate.class) {
                return SimpleType.TIMESTAMP;
            }
        }
        throw new IllegalArgumentException("Expressions know no type for %s.".formatted(type.getTypeName()));
    }

    private static Reading reading(RecordComponent component, @Nullable Class<?> words) {
        var accessor = accessor(component);
        if (words != null) {
            var spelling = WORDS.get(words);
            return component.getType() == List.class
                    ? record -> {
                        var list = (List<?>) accessor.of(record);
                        return list == null
                                ? null
                                : list.stream().map(spelling::get).toList();
                    }
                    : record -> {
                        var constant = accessor.of(record);
                        return constant == null ? null : spelling.get(constant);
                    };
        }
        if (component.getType() == int.class || component.getType() == Integer.class) {
            return record -> accessor.of(record) instanceof Integer number ? (Long) number.longValue() : null;
        }
        return accessor;
    }

    /// Calls the accessor through a proxy of one method, which the virtual machine compiles into the caller;
    /// calls by reflection stay calls.
    private static Reading accessor(RecordComponent component) {
        var lookup = MethodHandles.lookup();
        try {
            var handle = lookup.unreflect(component.getAccessor());
            var site = java.lang.invoke.LambdaMetafactory.metafactory(
                    lookup,
                    "of",
                    java.lang.invoke.MethodType.methodType(Reading.class),
                    java.lang.invoke.MethodType.methodType(Object.class, Object.class),
                    handle,
                    java.lang.invoke.MethodType.methodType(
                            java.lang.invoke.MethodType.methodType(component.getType())
                                    .wrap()
                                    .returnType(),
                            component.getDeclaringRecord()));
            return (Reading) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "The field %s of %s cannot be read; is the record public?"
                            .formatted(component.getName(), component.getDeclaringRecord()),
                    e);
        }
    }
}
