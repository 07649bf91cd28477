package org.fram.app.engagement;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Rows.Enough;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// What of an engagement has a date. A module offers a bean for each kind of it that is no row of a register, so that
/// one calendar has all of them: rows stand there by what their register says of its days. Is asked within a
/// transaction of whoever looks, and says what they may see.
public interface Dated {

    /// The kinds of things that it tells of.
    Set<Text> kinds();

    /// All of it, in any order.
    List<Entry> of(EngagementId engagement);

    /// What of it somebody looks for in several engagements, by these, in any order; there may be more. Whoever
    /// has very many reads those alone.
    default Map<EngagementId, List<Entry>> of(Collection<EngagementId> engagements, Look look) {
        return engagements.stream()
                .collect(toMap(
                        identity(), one -> of(one).stream().filter(look::has).toList()));
    }

    /// The same for whom some of each day are enough: whoever has very many counts the others.
    ///
    /// @param engagements with the day that it is there
    default Found find(Map<EngagementId, LocalDate> engagements, Look look) {
        return new Found(of(engagements.keySet(), look), List.of());
    }

    /// What was found.
    ///
    /// @param beyond what was counted instead
    record Found(Map<EngagementId, List<Entry>> entries, List<Beyond> beyond) {}

    /// How many more there are that are on one day alone.
    ///
    /// @param day on which they are; the day before those that somebody looks for stands for all before
    /// @param overdue how many of them were to be done before today, and are not
    record Beyond(LocalDate day, int all, int overdue) {}

    /// What somebody looks for: what falls into some days, and what was to be done before and is not.
    ///
    /// @param from the first day, wherever on earth
    /// @param until the last one
    /// @param kind the key of the kind that is looked for, or empty for all
    /// @param owners the words that mean those whose it is; null where it may be anybody’s
    /// @param enough how much of it is enough; where all of it is asked for, it is also said when each was written
    record Look(
            LocalDate from,
            LocalDate until,
            String kind,
            @Nullable Set<String> owners,
            Enough enough) {

        /// All that there is.
        public static final Look EVERYTHING =
                new Look(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), "", null, Enough.ALL);

        /// Somewhere it is a day earlier or later.
        private static final int MARGIN = 1;

        /// Whether something may be wanted, whoever’s it is.
        public boolean has(Entry entry) {
            boolean before = entry.when().last(ZoneOffset.UTC).isBefore(from.minusDays(MARGIN));
            boolean after = entry.when().first(ZoneOffset.UTC).isAfter(until.plusDays(MARGIN));
            return !after && (!before || entry.standing() == Standing.OPEN) && wants(entry.kind());
        }

        /// Whether a kind is wanted.
        public boolean wants(Text one) {
            return kind.isEmpty() || kind.equals(one.key());
        }
    }

    /// Whether something is still to be done by a date.
    enum Standing implements Code {
        /// It is to be done, and is late once its last day has passed.
        OPEN,
        /// It is done.
        DONE,
        /// Nobody does anything: the date comes and goes.
        FIXED
    }

    /// When it is.
    sealed interface When {

        /// The first day at a place.
        LocalDate first(ZoneId place);

        /// The last day at a place.
        LocalDate last(ZoneId place);

        /// Whole days, the same everywhere.
        record Days(LocalDate from, LocalDate to) implements When {

            public Days {
                if (to.isBefore(from)) {
                    throw new IllegalArgumentException("%s to %s are no days.".formatted(from, to));
                }
            }

            /// A single day.
            public static Days on(LocalDate day) {
                return new Days(day, day);
            }

            @Override
            public LocalDate first(ZoneId place) {
                return from;
            }

            @Override
            public LocalDate last(ZoneId place) {
                return to;
            }
        }

        /// From a time until a later one, in the zone in which people agreed on it.
        record Times(ZonedDateTime start, ZonedDateTime end) implements When {

            public Times {
                if (!end.isAfter(start)) {
                    throw new IllegalArgumentException("%s is not after %s.".formatted(end, start));
                }
            }

            @Override
            public LocalDate first(ZoneId place) {
                return start.withZoneSameInstant(place).toLocalDate();
            }

            @Override
            public LocalDate last(ZoneId place) {
                return end.minusNanos(1).withZoneSameInstant(place).toLocalDate();
            }
        }
    }

    /// Whose it is.
    sealed interface Whose {

        /// Whether it is one of theirs.
        boolean isOf(Member member);

        /// It concerns all alike.
        record Everybody() implements Whose {

            @Override
            public boolean isOf(Member member) {
                return false;
            }
        }

        /// Whoever these words mean, as registers have them: a name, an e-mail address or a role.
        record Named(String words) implements Whose {

            @Override
            public boolean isOf(Member member) {
                return Owners.means(words, member);
            }
        }

        /// These people.
        record People(Set<PersonId> people) implements Whose {

            public People {
                people = Set.copyOf(people);
            }

            @Override
            public boolean isOf(Member member) {
                return people.contains(member.person());
            }
        }

        /// A party, and of its people nobody in particular.
        record OfParty(PartyId party) implements Whose {

            @Override
            public boolean isOf(Member member) {
                return false;
            }
        }
    }

    /// Something with a date.
    ///
    /// @param key the same as long as it is the same thing, in this installation; calendar programs know it by that
    /// @param kind what kind of thing it is: those of the same kind are shown or left out together
    /// @param happens what is the matter on that date, as `due` or `next review`
    /// @param thing what it is, in the words of people
    /// @param path of the page that shows it, below the engagement’s address
    /// @param changed when it was last written, or null where that is not known
    record Entry(
            String key,
            Text kind,
            Text happens,
            String thing,
            String path,
            When when,
            Whose whose,
            Standing standing,
            @Nullable Instant changed) {}
}
