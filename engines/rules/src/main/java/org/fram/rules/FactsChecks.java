package org.fram.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fram.facts.FactsDocument;
import org.fram.facts.PlanFacts.ActivityFact;
import org.jspecify.annotations.Nullable;

/// What has to hold between the parts of a facts document: ids are there once in their list, and activities
/// do not wait for each other.
final class FactsChecks {

    private final Binder binder;
    private final Mistakes mistakes;

    private FactsChecks(Binder binder, Mistakes mistakes) {
        this.binder = binder;
        this.mistakes = mistakes;
    }

    static void of(FactsDocument facts, Binder binder, Mistakes mistakes) {
        if (facts.version() > FactsDocument.VERSION || facts.version() < 1) {
            mistakes.add(
                    binder.placeOf(facts),
                    "The version is %d; this program knows facts up to version %d."
                            .formatted(facts.version(), FactsDocument.VERSION));
        }
        var checks = new FactsChecks(binder, mistakes);
        checks.idsOnce(facts);
        var plan = facts.plan();
        if (plan != null && plan.activities() != null) {
            checks.noCircle(plan.activities());
        }
    }

    private void idsOnce(Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            Object value;
            try {
                value = component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The field %s cannot be read.".formatted(component), e);
            }
            if (value instanceof Record part) {
                idsOnce(part);
            } else if (value instanceof List<?> list) {
                var ids = new HashSet<String>();
                for (var item : list) {
                    if (item instanceof Record part) {
                        idOnce(part, component.getName(), ids);
                        idsOnce(part);
                    }
                }
            }
        }
    }

    private void idOnce(Record item, String list, Set<String> ids) {
        if (!item.getClass().getRecordComponents()[0].getName().equals("id")) {
            return;
        }
        var id = Words.label(item);
        if (!ids.add(id)) {
            mistakes.add(binder.placeOf(item), "The id “%s” is there twice in “%s”.".formatted(id, list));
        }
    }

    /// By depth, with a stack of its own, so that a long chain does not end the program.
    private void noCircle(List<ActivityFact> activities) {
        var byId = new HashMap<String, ActivityFact>();
        activities.forEach(activity -> byId.put(activity.id(), activity));
        var done = new HashSet<String>();
        for (var activity : activities) {
            var circle = circleFrom(activity, byId, done);
            if (circle != null) {
                mistakes.add(
                        binder.placeOf(activity),
                        "These activities wait for each other: %s. Remove one of the links between them."
                                .formatted(String.join(" → ", circle)));
                return;
            }
        }
    }

    private static @Nullable List<String> circleFrom(
            ActivityFact start, Map<String, ActivityFact> byId, Set<String> done) {
        var path = new ArrayList<String>();
        var onPath = new HashSet<String>();
        var waiting = new ArrayDeque<java.util.Iterator<String>>();
        enter(start, path, onPath, waiting, done);
        while (!waiting.isEmpty()) {
            if (!waiting.peek().hasNext()) {
                waiting.pop();
                onPath.remove(path.removeLast());
                continue;
            }
            var next = waiting.peek().next();
            if (onPath.contains(next)) {
                var circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                circle.add(next);
                return circle;
            }
            var activity = byId.get(next);
            if (activity != null && !done.contains(next)) {
                enter(activity, path, onPath, waiting, done);
            }
        }
        return null;
    }

    private static void enter(
            ActivityFact activity,
            List<String> path,
            Set<String> onPath,
            ArrayDeque<java.util.Iterator<String>> waiting,
            Set<String> done) {
        if (done.add(activity.id())) {
            path.add(activity.id());
            onPath.add(activity.id());
            waiting.push(Objects.requireNonNullElse(activity.after(), List.<String>of())
                    .iterator());
        }
    }
}
