package org.fram.app.raid;

import static fram.schema.raid.Tables.LINK;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What items have to do with each other and with other things, as far as whoever asks may see both
/// ends. Is asked within a transaction.
@Component
public class RaidLinks {

    private final DSLContext database;

    RaidLinks(DSLContext database) {
        this.database = database;
    }

    /// All of an engagement, the oldest first; also those of items that were deleted.
    public List<RaidLink> of(EngagementId engagement) {
        return database.selectFrom(LINK)
                .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(LINK.ID)
                .fetch(row -> new RaidLink(
                        row.getId(),
                        Code.of(ThingKind.class, row.getFromKind()),
                        row.getFromId(),
                        Code.of(Relation.class, row.getRelation()),
                        Code.of(ThingKind.class, row.getToKind()),
                        row.getToName()));
    }

    /// Those that begin or end at an item.
    public List<RaidLink> of(EngagementId engagement, RaidItem item) {
        return of(engagement).stream()
                .filter(link -> link.comesFrom(item) || link.leadsTo(item))
                .toList();
    }

    /// Has everybody else who locks the links of an engagement wait until the transaction ends.
    void lock(EngagementId engagement) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", engagement + "/raid links");
    }

    /// How an item comes to follow from another: the ids of the items on the way, both ends among them;
    /// empty where it does not.
    List<UUID> way(EngagementId engagement, UUID from, UUID to) {
        Map<UUID, List<UUID>> causes = new HashMap<>();
        for (var link : of(engagement)) {
            if (link.relation() == Relation.FOLLOWS_FROM && link.toKind().isItem()) {
                causes.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(UUID.fromString(link.toName()));
            }
        }
        var open = new ArrayDeque<List<UUID>>(List.of(List.of(from)));
        var seen = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            var way = open.removeFirst();
            if (way.getLast().equals(to)) {
                return way;
            }
            for (var cause : causes.getOrDefault(way.getLast(), List.of())) {
                if (!seen.contains(cause)) {
                    seen.add(cause);
                    var longer = new ArrayList<>(way);
                    longer.add(cause);
                    open.addLast(longer);
                }
            }
        }
        return List.of();
    }

    /// Keeps a link, unless it is there.
    void add(EngagementId engagement, RaidLink link) {
        database.insertInto(LINK)
                .set(LINK.ID, link.id())
                .set(LINK.ENGAGEMENT_ID, engagement.value())
                .set(LINK.FROM_KIND, link.fromKind().code())
                .set(LINK.FROM_ID, link.from())
                .set(LINK.RELATION, link.relation().code())
                .set(LINK.TO_KIND, link.toKind().code())
                .set(LINK.TO_NAME, link.toName())
                .onConflictDoNothing()
                .execute();
    }

    /// Takes a link away.
    ///
    /// @return whether there was one
    boolean remove(EngagementId engagement, UUID link) {
        return database.deleteFrom(LINK)
                        .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                        .and(LINK.ID.eq(link))
                        .execute()
                == 1;
    }

    static RaidLink link(RaidItem from, Relation relation, ThingKind kind, String name) {
        return new RaidLink(Ids.next(), from.kind(), from.row().id(), relation, kind, name);
    }
}
