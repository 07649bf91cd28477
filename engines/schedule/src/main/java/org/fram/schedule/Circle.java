package org.fram.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// A circle of activities that wait for each other, in words.
final class Circle {

    private static final int SHOWN = 12;

    private Circle() {}

    /// Names one circle.
    ///
    /// @param waiting more than zero for each node that could not be put in order; one of them waits for
    /// another
    static String message(Network network, int[] waiting) {
        int node = 0;
        while (waiting[node] == 0) {
            node++;
        }
        var walked = new LinkedHashSet<Integer>();
        while (walked.add(node)) {
            node = waitsFor(network, waiting, node);
        }
        var circle = new ArrayList<>(walked);
        circle.subList(0, circle.indexOf(node)).clear();
        Collections.reverse(circle);

        var names = new ArrayList<String>();
        for (int member : circle) {
            var name = name(network, member);
            if (names.isEmpty() || !names.getLast().equals(name)) {
                names.add(name);
            }
        }
        if (names.size() > 1 && names.getFirst().equals(names.getLast())) {
            names.removeLast();
        }
        return "These activities wait for each other: %s. Remove one of the links between them."
                .formatted(shown(names));
    }

    private static String shown(List<String> names) {
        var first = "\"" + names.getFirst() + "\"";
        var middle = names.stream().skip(1).limit(SHOWN).collect(Collectors.joining("\" → \"", " → \"", "\""));
        return first
                + (names.size() == 1 ? "" : middle)
                + (names.size() > SHOWN + 1 ? " → … (%d more)".formatted(names.size() - SHOWN - 1) : "")
                + " → "
                + first;
    }

    private static int waitsFor(Network network, int[] waiting, int node) {
        for (int k = network.inFrom[node]; k < network.inFrom[node + 1]; k++) {
            int before = network.edgeBefore[network.inEdge[k]];
            if (waiting[before] > 0) {
                return before;
            }
        }
        throw new IllegalStateException("Node %d waits for nothing.".formatted(node));
    }

    private static String name(Network network, int node) {
        int activity = node;
        if (node >= network.end.length) {
            activity = 0;
            while (network.end[activity] != node) {
                activity++;
            }
        }
        return network.plan.activities().get(activity).name();
    }
}
