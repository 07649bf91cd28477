package org.fram.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Makes records of YAML nodes. Unknown keys and words, wrong types and missing values are mistakes with
/// their place and, where there is one, the nearest name; all of a file are found at once.
///
/// A component marked `@Nullable` may be left out. A single value in place of a record stands for the
/// record's first component, where that is a [Written]; a list stands for its first list.
final class Binder {

    /// A part of a document that could not be made; its mistake is known.
    private record Unusable() {}

    private static final Unusable UNUSABLE = new Unusable();

    private static final String TWICE = "The key “%s” is here twice. Keep one of them.";

    private final String file;
    private final Mistakes mistakes;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Record, Place> places = new IdentityHashMap<>();

    private final Map<String, Object> defaults;

    Binder(String file, Mistakes mistakes) {
        this(file, mistakes, Map.of());
    }

    /// @param defaults values of fields that may be left out in this file, by their names
    Binder(String file, Mistakes mistakes, Map<String, Object> defaults) {
        this.file = file;
        this.mistakes = mistakes;
        this.defaults = Map.copyOf(defaults);
    }

    /// The record that a node describes, or null where it does not; the mistakes then say why.
    <T extends Record> @Nullable T bind(Node node, Class<T> type) {
        Object made = value(node, type);
        return made instanceof Unusable ? null : type.cast(made);
    }

    /// Where a record stands that this binder has made.
    Place placeOf(Record record) {
        return places.getOrDefault(record, new Place(file, 1, 1));
    }

    private Object value(Node node, Type type) {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            return wrong(node, "This is an alias (*) of a list or map. Write it out where it is used.");
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(node, generic.getActualTypeArguments()[0])
                    : map(node, generic.getActualTypeArguments()[1]);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord() && plain != Written.class) {
            return record(node, plain.asSubclass(Record.class));
        }
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(node, "Here %s is wanted, not %s.".formatted(wanted(plain), kind(node)));
        }
        return scalar(scalar, plain);
    }

    private Object list(Node node, Type item) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(node, "Here a list is wanted, not %s.".formatted(kind(node)));
        }
        var list = new ArrayList<Object>(sequence.getValue().size());
        for (var one : sequence.getValue()) {
            Object value = value(one, item);
            if (!(value instanceof Unusable)) {
                list.add(value);
            }
        }
        return list;
    }

    private Object map(Node node, Type item) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, "Here a map is wanted, not %s.".formatted(kind(node)));
        }
        var map = new LinkedHashMap<String, Object>();
        for (var entry : mapping.getValue()) {
            Object value = value(entry.getValueNode(), item);
            if (!(value instanceof Unusable) && entry.getKeyNode() instanceof ScalarNode key) {
                if (map.putIfAbsent(key.getValue(), value) != null) {
                    wrong(key, TWICE.formatted(key.getValue()));
                }
            }
        }
        return map;
    }

    private Object record(Node node, Class<? extends Record> type) {
        var components = type.getRecordComponents();
        if (node instanceof ScalarNode scalar && components[0].getType() == Written.class) {
            var values = new @Nullable Object[components.length];
            values[0] = scalar(scalar, Written.class);
            return make(node, type, components, values);
        }
        int list = node instanceof SequenceNode ? positionOfList(components) : -1;
        if (list >= 0) {
            var values = new @Nullable Object[components.length];
            seen.remove(node);
            values[list] = value(node, components[list].getGenericType());
            return make(node, type, components, values);
        }
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, "Here a map with %s is wanted, not %s.".formatted(names(components), kind(node)));
        }
        var values = new @Nullable Object[components.length];
        boolean usable = true;
        var keys = new HashSet<String>();
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            int position = position(components, key);
            if (!keys.add(key)) {
                wrong(entry.getKeyNode(), TWICE.formatted(key));
                usable = false;
            } else if (position < 0) {
                wrong(
                        entry.getKeyNode(),
                        "There is no field “%s” here.%s".formatted(key, Nearest.question(key, names(components))));
                usable = false;
            } else if (!isNull(entry.getValueNode())) {
                values[position] = value(entry.getValueNode(), components[position].getGenericType());
            }
        }
        for (int i = 0; i < components.length; i++) {
            if (values[i] instanceof Unusable) {
                usable = false;
            } else if (values[i] == null && defaults.containsKey(name(components[i]))) {
                values[i] = defaults.get(name(components[i]));
            } else if (values[i] == null && !optional(components[i])) {
                wrong(node, "The field “%s” is missing.".formatted(name(components[i])));
                usable = false;
            }
        }
        return usable ? make(node, type, components, values) : UNUSABLE;
    }

    private Object make(
            Node node, Class<? extends Record> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            var made = constructor.newInstance(values);
            places.put(made, YamlFile.place(file, node));
            return made;
        } catch (InvocationTargetException refused) {
            return wrong(
                    node,
                    String.valueOf(Objects.requireNonNull(refused.getCause()).getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record %s cannot be made.".formatted(type.getName()), e);
        }
    }

    private Object scalar(ScalarNode node, Class<?> type) {
        var text = node.getValue();
        if (isNull(node)) {
            return wrong(node, "Here %s is wanted, and there is nothing.".formatted(wanted(type)));
        }
        if (type == String.class) {
            return text;
        }
        if (type == Written.class) {
            return written(node);
        }
        if (type.isEnum()) {
            return word(node, type);
        }
        Object value = read(text, type);
        return value != null ? value : wrong(node, "Here %s is wanted, not “%s”.".formatted(wanted(type), text));
    }

    private static @Nullable Object read(String text, Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "boolean", "Boolean" ->
                    text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
                case "int", "Integer" -> Integer.valueOf(text.replace("_", ""));
                case "long", "Long" -> Long.valueOf(text.replace("_", ""));
                case "double", "Double" -> finite(Double.parseDouble(text));
                case "LocalDate" -> LocalDate.parse(text);
                default -> throw new IllegalStateException("Files have no values of the type " + type.getName());
            };
        } catch (NumberFormatException | DateTimeParseException wrong) {
            return null;
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    private Object word(ScalarNode node, Class<?> type) {
        var words = FactTypes.words(type);
        int position = words.indexOf(node.getValue());
        return position >= 0
                ? type.getEnumConstants()[position]
                : wrong(
                        node,
                        "“%s” is none of: %s.%s"
                                .formatted(
                                        node.getValue(),
                                        String.join(", ", words),
                                        Nearest.question(node.getValue(), words)));
    }

    private Written written(ScalarNode node) {
        var place = YamlFile.place(file, node);
        var style = node.getScalarStyle();
        boolean oneLine = node.getStartMark()
                .map(mark -> mark.getLine())
                .equals(node.getEndMark().map(mark -> mark.getLine()));
        if (style == ScalarStyle.LITERAL) {
            return new Written(node.getValue(), new Place(file, place.line() + 1, 1), true);
        }
        boolean quoted = style != ScalarStyle.PLAIN;
        return new Written(node.getValue(), quoted ? place.plus(0, 1) : place, oneLine);
    }

    private Object wrong(Node node, String message) {
        mistakes.add(YamlFile.place(file, node), message);
        return UNUSABLE;
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static int position(RecordComponent[] components, String key) {
        for (int i = 0; i < components.length; i++) {
            if (name(components[i]).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /// Where a list may stand in place of a record: for its first list, if it may also be a single value.
    private static int positionOfList(RecordComponent[] components) {
        if (components[0].getType() != Written.class) {
            return -1;
        }
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType() == List.class) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(RecordComponent[] components) {
        return Arrays.stream(components).map(Binder::name).toList();
    }

    /// The key of a component: its name, or what `@JsonProperty` says where the name is a word of Java.
    private static String name(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(component.getName());
    }

    private static String kind(Node node) {
        return switch (node) {
            case SequenceNode _ -> "a list";
            case MappingNode _ -> "a map";
            default -> "a single value";
        };
    }

    private static String wanted(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "LocalDate" -> "a day such as 2026-11-30";
            case "String", "Written" -> "a text";
            default -> "a word";
        };
    }
}
