package org.fram.app.engagement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.access.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What somebody has to do in all their engagements. Is asked within a transaction of theirs.
@Component
public class ToDo {

    private final Engagements engagements;
    private final Members members;
    private final ObjectProvider<Waiting> kinds;
    private final InstantSource clock;

    /// What is to be done stands on engagements, so it is asked for when somebody asks.
    ToDo(Engagements engagements, Members members, ObjectProvider<Waiting> kinds, InstantSource clock) {
        this.engagements = engagements;
        this.members = members;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// Something that is to be done, with its place.
    ///
    /// @param today the day that it is where the engagement is
    public record Line(Engagement engagement, Waiting.Item item, LocalDate today) {

        /// Days until the last one, below zero where it has passed; empty where there is none.
        public Optional<Long> daysLeft() {
            var due = item.due();
            return due == null ? Optional.empty() : Optional.of(ChronoUnit.DAYS.between(today, due));
        }

        /// The address of the page on which it is done.
        public String address() {
            return EngagementHeads.address(engagement.id()) + "/" + item.path();
        }
    }

    /// All of it, what is due first before the rest.
    public List<Line> of(Actor.Person me) {
        var all = engagements.all();
        var mine = members.in(all.stream().map(Engagement::id).toList(), me.id());
        return all.stream()
                .flatMap(engagement -> Stream.ofNullable(mine.get(engagement.id()))
                        .flatMap(member -> lines(me, member, engagement).stream()))
                .sorted(Comparator.comparing(
                        line -> line.item().due(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Line> lines(Actor.Person me, Member member, Engagement engagement) {
        var today = LocalDate.ofInstant(clock.instant(), engagement.timeZone());
        return kinds.stream()
                .flatMap(kind -> kind.of(me, member, engagement.id()).stream())
                .map(item -> new Line(engagement, item, today))
                .toList();
    }
}
