package org.fram.rules;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;

/// Facts of which a share is not known.
final class Thinned {

    private Thinned() {}

    /// The same facts without some of the fields that may be absent, each taken away with the given probability.
    static FactsDocument of(FactsDocument facts, double share, Random random) {
        return (FactsDocument) record(facts, share, random);
    }

    private static Object value(Object value, double share, Random random) {
        return switch (value) {
            case List<?> list ->
                list.stream().map(item -> value(item, share, random)).toList();
            case Record record -> record(record, share, random);
            default -> value;
        };
    }

    private static Record record(Record record, double share, Random random) {
        var components = record.getClass().getRecordComponents();
        var values = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(record);
                boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values[i] =
                        value == null || (optional && random.nextDouble() < share) ? null : value(value, share, random);
            }
            return record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record %s cannot be thinned.".formatted(record), e);
        }
    }
}
