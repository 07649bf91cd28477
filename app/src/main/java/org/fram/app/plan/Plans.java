package org.fram.app.plan;

import static fram.schema.plan.Tables.ACTIVITY;
import static fram.schema.plan.Tables.LINK;
import static fram.schema.plan.Tables.PLAN_;

import fram.schema.plan.tables.records.ActivityRecord;
import fram.schema.plan.tables.records.LinkRecord;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.plan.KeptPlan.Standing;
import org.fram.app.plan.PlannedActivity.Additions;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.app.plan.PlannedActivity.Range;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.Link;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The plans of engagements. Is asked within a transaction.
@Component
public class Plans {

    private final DSLContext database;
    private final InstantSource clock;

    Plans(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The plan of an engagement; empty where there is none yet, or none for whoever asks.
    public Optional<KeptPlan> find(EngagementId engagement) {
        return database.selectFrom(PLAN_)
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(row -> new KeptPlan(
                        engagement,
                        row.getName(),
                        PlanJson.read(row.getBasis(), Basis.class),
                        new Standing(
                                row.getRevision(),
                                row.getChanged(),
                                new PersonId(row.getChangedBy()),
                                row.getGoLive(),
                                row.getBaselineSet()),
                        activities(engagement, false),
                        links(engagement)));
    }

    /// The plan of an engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public KeptPlan get(EngagementId engagement) {
        return find(engagement).orElseThrow(NotFoundException::new);
    }

    /// The plan, which nobody else changes until the transaction ends.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    KeptPlan lock(EngagementId engagement) {
        var held = database.select(PLAN_.ENGAGEMENT_ID)
                .from(PLAN_)
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .forUpdate()
                .fetchOptional();
        if (held.isEmpty()) {
            throw new NotFoundException();
        }
        return get(engagement);
    }

    /// Activities that a file had once and the plan no longer does, with all that people added.
    public List<PlannedActivity> gone(EngagementId engagement) {
        return activities(engagement, true);
    }

    /// What the last file that had it said of each activity.
    Map<UUID, FromFile> fromFile(EngagementId engagement) {
        var known = new HashMap<UUID, FromFile>();
        database.select(ACTIVITY.ID, ACTIVITY.FROM_FILE)
                .from(ACTIVITY)
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ACTIVITY.FROM_FILE.isNotNull())
                .forEach(row -> known.put(row.value1(), PlanJson.read(row.value2(), FromFile.class)));
        return known;
    }

    /// Begins a plan.
    void begin(EngagementId engagement, Takeover.Result taken, PersonId by) {
        database.insertInto(PLAN_)
                .set(PLAN_.ENGAGEMENT_ID, engagement.value())
                .set(PLAN_.NAME, taken.plan().name())
                .set(PLAN_.BASIS, PlanJson.write(taken.plan().basis()))
                .set(PLAN_.CHANGED, clock.instant())
                .set(PLAN_.CHANGED_BY, by.value())
                .execute();
        store(engagement, taken);
    }

    /// Stores what a file and the plan before came to.
    void takeOver(EngagementId engagement, Takeover.Result taken, PersonId by) {
        database.update(PLAN_)
                .set(PLAN_.NAME, taken.plan().name())
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
        store(engagement, taken.plan().basis());
        store(engagement, taken);
        touch(engagement, by);
    }

    private void store(EngagementId engagement, Takeover.Result taken) {
        var known = new HashSet<>(database.select(ACTIVITY.ID)
                .from(ACTIVITY)
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .fetch(ACTIVITY.ID));
        // Codes go from one activity to another, so nobody has any until all are gone.
        database.update(ACTIVITY)
                .set(ACTIVITY.GONE, clock.instant())
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ACTIVITY.GONE.isNull())
                .execute();
        var rows = taken.plan().activities().stream()
                .map(one -> row(engagement, one, taken.fromFile().get(one.id())))
                .toList();
        database.batchInsert(rows.stream()
                        .filter(row -> !known.contains(row.getId()))
                        .toList())
                .execute();
        database.batchUpdate(
                        rows.stream().filter(row -> known.contains(row.getId())).toList())
                .execute();
        database.deleteFrom(LINK)
                .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
        insert(engagement, taken.plan().links());
    }

    void store(EngagementId engagement, Basis basis) {
        database.update(PLAN_)
                .set(PLAN_.BASIS, PlanJson.write(basis))
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    /// Adds an activity and what it waits for.
    void add(EngagementId engagement, PlannedActivity added, List<PlannedLink> before) {
        database.executeInsert(row(engagement, added, null));
        insert(engagement, before);
    }

    /// Stores a changed activity, or one that comes back, and what it waits for.
    void store(EngagementId engagement, PlannedActivity changed, List<PlannedLink> before) {
        var row = row(engagement, changed, null);
        row.touched(ACTIVITY.FROM_FILE, false);
        database.executeUpdate(row);
        database.deleteFrom(LINK).where(LINK.AFTER_ID.eq(changed.id())).execute();
        insert(engagement, before);
    }

    /// Takes an activity out of the plan.
    ///
    /// @param links of the plan without it
    void remove(EngagementId engagement, UUID removed, List<PlannedLink> links) {
        database.update(ACTIVITY)
                .set(ACTIVITY.GONE, clock.instant())
                .where(ACTIVITY.ID.eq(removed))
                .and(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
        storeLinks(engagement, links);
    }

    /// Puts all links in place of those that there are.
    void storeLinks(EngagementId engagement, List<PlannedLink> links) {
        database.deleteFrom(LINK)
                .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
        insert(engagement, links);
    }

    /// Keeps what is agreed, of all activities.
    void storeBaselines(EngagementId engagement, Collection<PlannedActivity> activities, PersonId by) {
        database.batchUpdate(activities.stream()
                        .map(one -> {
                            var row = row(engagement, one, null);
                            row.touched(ACTIVITY.FROM_FILE, false);
                            return row;
                        })
                        .toList())
                .execute();
        // What is gone was not agreed on.
        database.update(ACTIVITY)
                .setNull(ACTIVITY.BASELINE_START)
                .setNull(ACTIVITY.BASELINE_FINISH)
                .setNull(ACTIVITY.BASELINE_MINUTES)
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ACTIVITY.GONE.isNotNull())
                .execute();
        database.update(PLAN_)
                .set(PLAN_.BASELINE_SET, clock.instant())
                .set(PLAN_.BASELINE_SET_BY, by.value())
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    void goLiveWith(EngagementId engagement, @Nullable UUID activity) {
        database.update(PLAN_)
                .set(PLAN_.GO_LIVE, activity)
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    /// Notes that dates may be others now.
    void touch(EngagementId engagement, PersonId by) {
        database.update(PLAN_)
                .set(PLAN_.REVISION, PLAN_.REVISION.plus(1))
                .set(PLAN_.CHANGED, clock.instant())
                .set(PLAN_.CHANGED_BY, by.value())
                .where(PLAN_.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    private List<PlannedActivity> activities(EngagementId engagement, boolean gone) {
        return database.selectFrom(ACTIVITY)
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(gone ? ACTIVITY.GONE.isNotNull() : ACTIVITY.GONE.isNull())
                .orderBy(ACTIVITY.POSITION, ACTIVITY.ID)
                .fetch(Plans::activity);
    }

    private List<PlannedLink> links(EngagementId engagement) {
        return database.selectFrom(LINK)
                .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(LINK.POSITION, LINK.ID)
                .fetch(row -> new PlannedLink(
                        row.getBeforeId(),
                        row.getAfterId(),
                        Codes.constant(Link.Type.class, row.getType()),
                        row.getLag(),
                        row.getLagCalendar()));
    }

    private void insert(EngagementId engagement, List<PlannedLink> links) {
        var position = new AtomicInteger();
        database.batchInsert(links.stream()
                        .map(link -> {
                            var row = new LinkRecord();
                            row.setId(Ids.next());
                            row.setEngagementId(engagement.value());
                            row.setBeforeId(link.before());
                            row.setAfterId(link.after());
                            row.setPosition(position.getAndIncrement());
                            row.setType(Codes.of(link.type()));
                            row.setLag(link.lag());
                            row.setLagCalendar(link.lagCalendar());
                            return row;
                        })
                        .toList())
                .execute();
    }

    private static ActivityRecord row(EngagementId engagement, PlannedActivity one, @Nullable FromFile fromFile) {
        var core = one.core();
        var additions = one.additions();
        var range = additions.range();
        var baseline = one.baseline();
        var area = additions.area();
        var party = additions.party();
        var row = new ActivityRecord();
        row.setId(one.id());
        row.setEngagementId(engagement.value());
        row.setCode(one.code());
        row.setPosition(one.position());
        row.setParentId(one.parent());
        row.setName(core.name());
        row.setKind(Codes.of(core.kind()));
        row.setMinutes(core.minutes());
        row.setCalendar(core.calendar());
        row.setConstraintKind(Codes.of(core.constraint().kind()));
        row.setConstraintDate(core.constraint().date());
        row.setDeadline(core.deadline());
        row.setStarted(core.progress().start());
        row.setFinished(core.progress().finish());
        row.setRemaining(core.progress().remaining());
        row.setPriority(core.priority());
        row.setBaselineStart(baseline == null ? null : baseline.start());
        row.setBaselineFinish(baseline == null ? null : baseline.finish());
        row.setBaselineMinutes(baseline == null ? null : baseline.minutes());
        row.setPartyId(party == null ? null : party.value());
        row.setArea(area == null ? null : area.code());
        row.setObligations(additions.obligations().toArray(String[]::new));
        row.setBest(range == null ? null : range.best());
        row.setLikely(range == null ? null : range.likely());
        row.setWorst(range == null ? null : range.worst());
        row.setFromFile(fromFile == null ? null : PlanJson.write(fromFile));
        row.setGone(null);
        row.setVersion(one.version());
        return row;
    }

    private static PlannedActivity activity(ActivityRecord row) {
        Long best = row.getBest();
        Long likely = row.getLikely();
        Long worst = row.getWorst();
        Long agreed = row.getBaselineMinutes();
        return new PlannedActivity(
                row.getId(),
                row.getCode(),
                row.getPosition(),
                row.getParentId(),
                new Core(
                        row.getName(),
                        Codes.constant(Kind.class, row.getKind()),
                        row.getMinutes(),
                        row.getCalendar(),
                        new Constraint(
                                Codes.constant(Constraint.Kind.class, row.getConstraintKind()),
                                row.getConstraintDate()),
                        row.getDeadline(),
                        new Progress(row.getStarted(), row.getFinished(), row.getRemaining()),
                        row.getPriority()),
                new Additions(
                        row.getPartyId() == null ? null : new PartyId(row.getPartyId()),
                        row.getArea() == null ? null : Code.of(Area.class, row.getArea()),
                        Arrays.asList(row.getObligations()),
                        best == null || likely == null || worst == null ? null : new Range(best, likely, worst)),
                agreed == null ? null : new Baseline(row.getBaselineStart(), row.getBaselineFinish(), agreed),
                row.getVersion());
    }
}
