package org.fram.app.sow.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.app.platform.access.Code;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.RequirementSource;
import org.jspecify.annotations.Nullable;

/// Requirements held against the obligations that are to answer them, in both directions.
///
/// A requirement names obligations by their numbers, as `O-007`. Where several statements of work have the
/// number, the newest is meant, as practices mean it too. A link to what was merged leads to what it was merged
/// into; one to what was split, to the parts.
///
/// @param lines as many as there are requirements, in their order
/// @param unasked deliverables and services that stand and that no requirement leads to
public record Trace(List<Line> lines, List<Promised> unasked) {

    private static final Pattern NUMBER = Pattern.compile("(?i)O?[- ]?0*(\\d{1,9})");

    public Trace {
        lines = List.copyOf(lines);
        unasked = List.copyOf(unasked);
    }

    /// How it stands with a requirement. The constants are in the order in which one looks at them.
    public enum Standing implements Code {
        /// No obligation is named.
        WITHOUT,
        /// What is named is not there, or was dropped; nothing else answers it.
        BROKEN,
        /// It is answered, and something that is named besides is not there.
        PARTLY_BROKEN,
        /// Its answers stand.
        COVERED,
        /// It is not of this statement of work, and has no answer.
        DEFERRED;

        /// Whether something stands that answers it.
        public boolean answered() {
            return this == COVERED || this == PARTLY_BROKEN;
        }
    }

    /// Where a name of an obligation leads.
    public sealed interface Link {

        /// The name, as people wrote it.
        String label();

        /// To an obligation that stands.
        record Found(String label, Promised obligation) implements Link {}

        /// To one that was dropped, or that a later version took back.
        record Dropped(String label, Promised obligation) implements Link {}

        /// Nowhere.
        record Unknown(String label) implements Link {}
    }

    /// A requirement, and where the names of its obligations lead.
    public record Line(Asked asked, List<Link> links, Standing standing) {

        public Line {
            links = List.copyOf(links);
        }

        private static Line of(Asked asked, List<Link> links) {
            boolean found = links.stream().anyMatch(Link.Found.class::isInstance);
            boolean broken = links.stream().anyMatch(link -> !(link instanceof Link.Found));
            Standing standing = found
                    ? broken ? Standing.PARTLY_BROKEN : Standing.COVERED
                    : broken ? Standing.BROKEN : asked.deferred() ? Standing.DEFERRED : Standing.WITHOUT;
            return new Line(asked, links, standing);
        }
    }

    /// How much of what came from one source is answered.
    ///
    /// @param source null for requirements of which nobody said it
    /// @param deferred of those that are not answered, how many are not of this statement of work
    public record Coverage(@Nullable RequirementSource source, int all, int answered, int deferred) {

        /// How many are neither answered nor deferred.
        public int open() {
            return all - answered - deferred;
        }
    }

    /// Traces them.
    ///
    /// @param obligations of all statements of work, those of the newest last
    public static Trace of(List<Asked> requirements, List<Promised> obligations) {
        var known = new Known(obligations);
        var asked = new HashSet<ObligationId>();
        var lines = new ArrayList<Line>();
        for (var requirement : requirements) {
            var links = new ArrayList<Link>();
            for (String label : requirement.labels()) {
                links.addAll(known.links(label));
            }
            for (var link : links) {
                if (link instanceof Link.Found(var _, var obligation)) {
                    asked.add(obligation.id());
                }
            }
            lines.add(Line.of(requirement, links));
        }
        var unasked = obligations.stream()
                .filter(one -> one.stands() && one.answers() && !asked.contains(one.id()))
                .toList();
        return new Trace(lines, unasked);
    }

    /// How many requirements stand so.
    public int count(Standing standing) {
        return (int) lines.stream().filter(line -> line.standing() == standing).count();
    }

    /// How many requirements are answered.
    public int answered() {
        return (int) lines.stream().filter(line -> line.standing().answered()).count();
    }

    /// How many names of obligations lead to none that stands.
    public int brokenLinks() {
        return (int) lines.stream()
                .flatMap(line -> line.links().stream())
                .filter(link -> !(link instanceof Link.Found))
                .count();
    }

    /// How much is answered of each source that there is, in the order of the sources; those without one last.
    public List<Coverage> coverage() {
        var sources = new ArrayList<@Nullable RequirementSource>(List.of(RequirementSource.values()));
        sources.add(null);
        var all = new ArrayList<Coverage>();
        for (var source : sources) {
            var of = lines.stream()
                    .filter(line -> line.asked().source() == source)
                    .toList();
            if (!of.isEmpty()) {
                all.add(new Coverage(
                        source,
                        of.size(),
                        (int) of.stream()
                                .filter(line -> line.standing().answered())
                                .count(),
                        (int) of.stream()
                                .filter(line -> line.standing() == Standing.DEFERRED)
                                .count()));
            }
        }
        return all;
    }

    /// Obligations by number and by id, and the parts of those that were split.
    private static final class Known {

        private final Map<Integer, Promised> byNumber = new HashMap<>();
        private final Map<ObligationId, Promised> byId = new HashMap<>();
        private final Map<ObligationId, List<Promised>> parts = new HashMap<>();

        private Known(List<Promised> obligations) {
            for (var one : obligations) {
                byNumber.put(one.number(), one);
                byId.put(one.id(), one);
                if (one.partOf() != null && one.state() != State.MERGED) {
                    parts.computeIfAbsent(one.partOf(), _ -> new ArrayList<>()).add(one);
                }
            }
        }

        private List<Link> links(String label) {
            var number = NUMBER.matcher(label.strip());
            var obligation = number.matches() ? byNumber.get(Integer.parseInt(number.group(1))) : null;
            if (obligation == null) {
                return List.of(new Link.Unknown(label));
            }
            var standing = standing(obligation, new HashSet<>());
            return standing.isEmpty()
                    ? List.of(new Link.Dropped(label, obligation))
                    : standing.stream()
                            .<Link>map(one -> new Link.Found(label, one))
                            .toList();
        }

        /// What stands of an obligation, by way of merging and splitting.
        ///
        /// @param seen on the way, so that a circle ends
        private List<Promised> standing(@Nullable Promised obligation, Set<ObligationId> seen) {
            if (obligation == null || !seen.add(obligation.id())) {
                return List.of();
            }
            return switch (obligation.state()) {
                case ACCEPTED, PROPOSED -> List.of(obligation);
                case DROPPED, WITHDRAWN -> List.of();
                case MERGED -> obligation.partOf() == null ? List.of() : standing(byId.get(obligation.partOf()), seen);
                case SPLIT ->
                    parts.getOrDefault(obligation.id(), List.of()).stream()
                            .flatMap(part -> standing(part, seen).stream())
                            .toList();
            };
        }
    }
}
