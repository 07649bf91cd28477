package org.fram.app.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fram.app.platform.access.Code;
import org.fram.facts.ActivityArea;
import org.fram.review.Change;
import org.fram.review.Comparison;
import org.fram.review.Difference.Aspect;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// What a change does to a statement of work, as the difference of two versions of it: nobody typed it.
///
/// @param lines all that differs, by what it is about
/// @param touched the finding ids of the obligations that it adds, changes or drops
/// @param areas kinds of work in which obligations differ
/// @param parties accountable or responsible for obligations that differ, by name
public record Impact(Map<About, List<Line>> lines, Set<String> touched, Set<ActivityArea> areas, Set<String> parties) {

    public Impact {
        lines = Map.copyOf(lines);
        touched = Set.copyOf(touched);
        areas = Set.copyOf(areas);
        parties = Set.copyOf(parties);
    }

    /// What a difference is about.
    public enum About implements Code {
        PRICE,
        DATES,
        PEOPLE,
        OBLIGATIONS,
        TESTS,
        KPIS,
        ASSUMPTIONS
    }

    /// Which way something differs.
    public enum Kind implements Code {
        ADDED,
        CHANGED,
        DROPPED
    }

    /// One difference.
    ///
    /// @param text what it is about, in the words of the newer version where it has some
    /// @param before as it was, where one aspect differs; else empty
    /// @param after as it is; else empty
    public record Line(Kind kind, String text, String before, String after) {}

    /// That of a newer version.
    public static Impact of(Comparison comparison) {
        var impact = new Gathering();
        comparison.obligations().forEach(impact::obligation);
        comparison.kpis().forEach(change -> impact.plain(About.KPIS, change, kpi -> kpi.name() + ": " + kpi.target()));
        comparison.assumptions().forEach(change -> impact.plain(About.ASSUMPTIONS, change, Review.Assumption::quote));
        comparison.prices().forEach(change -> impact.plain(About.PRICE, change, Review.Price.Line::text));
        var total = comparison.total();
        if (total != null) {
            impact.add(About.PRICE, new Line(Kind.CHANGED, "", said(total.before()), said(total.after())));
        }
        return new Impact(impact.lines, impact.touched, impact.areas, impact.parties);
    }

    /// Those about one thing.
    public List<Line> about(About what) {
        return lines.getOrDefault(what, List.of());
    }

    /// Whether the versions promise the same.
    public boolean isNothing() {
        return lines.isEmpty();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final class Gathering {

        private final Map<About, List<Line>> lines = new EnumMap<>(About.class);
        private final Set<String> touched = new TreeSet<>();
        private final Set<ActivityArea> areas = new TreeSet<>();
        private final Set<String> parties = new TreeSet<>();

        private void add(About about, Line line) {
            lines.computeIfAbsent(about, _ -> new ArrayList<>()).add(line);
        }

        private void obligation(Change<Review.Obligation> change) {
            switch (change) {
                case Change.Kept<Review.Obligation> _ -> {}
                case Change.Added<Review.Obligation>(var now) -> whole(Kind.ADDED, now);
                case Change.Dropped<Review.Obligation>(var old) -> whole(Kind.DROPPED, old);
                case Change.Changed<Review.Obligation>(var old, var now, var differences, var _) -> {
                    note(old);
                    note(now);
                    for (var difference : differences) {
                        add(
                                about(difference.aspect(), now),
                                new Line(
                                        Kind.CHANGED,
                                        now.quote(),
                                        difference.aspect() == Aspect.WORDING ? "" : said(difference.before()),
                                        difference.aspect() == Aspect.WORDING ? "" : said(difference.after())));
                    }
                }
            }
        }

        private void whole(Kind kind, Review.Obligation one) {
            note(one);
            add(
                    one.area() == ActivityArea.TESTING ? About.TESTS : About.OBLIGATIONS,
                    new Line(kind, one.quote(), "", ""));
        }

        private void note(Review.Obligation one) {
            touched.add(one.id());
            if (one.area() != null) {
                areas.add(one.area());
            }
            Stream.concat(Stream.ofNullable(one.accountable()), one.responsible().stream())
                    .forEach(parties::add);
        }

        private static About about(Aspect aspect, Review.Obligation one) {
            return switch (aspect) {
                case DUE -> About.DATES;
                case PARTY, RESPONSIBLE, SIDE -> About.PEOPLE;
                case AMOUNT -> About.PRICE;
                case TARGET -> About.KPIS;
                default -> one.area() == ActivityArea.TESTING ? About.TESTS : About.OBLIGATIONS;
            };
        }

        private <T> void plain(About about, Change<T> change, Function<T, String> text) {
            switch (change) {
                case Change.Kept<T> _ -> {}
                case Change.Added<T>(var now) -> add(about, new Line(Kind.ADDED, text.apply(now), "", ""));
                case Change.Dropped<T>(var old) -> add(about, new Line(Kind.DROPPED, text.apply(old), "", ""));
                case Change.Changed<T>(var old, var now, var _, var _) ->
                    add(about, new Line(Kind.CHANGED, text.apply(now), text.apply(old), text.apply(now)));
            }
        }
    }
}
