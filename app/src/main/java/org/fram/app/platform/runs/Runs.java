package org.fram.app.platform.runs;

import static fram.schema.runs.Tables.RUN;

import fram.schema.runs.tables.records.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// The runs: those that whoever asks may see, and, for the clerk, those that are to be done.
@Component
public class Runs {

    private static final Actor CLERK = new Actor.Task("runs");

    /// Whoever has seen the end on the run's page by then is not told by mail.
    private static final NoticeKind ENDED = NoticeKind.chosen("runs", Delivery.AT_ONCE);

    private final DSLContext database;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Notices notices;

    Runs(DSLContext database, Transactions transactions, InstantSource clock, Notices notices) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.notices = notices;
    }

    @Bean
    static NoticeKind runNotices() {
        return ENDED;
    }

    /// A run that a worker has, as it was when it was taken.
    record Taken(RunId id, int attempt, EngagementId engagement, Actor.Person person, String kind, JSONB input) {}

    // ---- for people, within their transactions

    /// The run with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Run get(EngagementId engagement, RunId id) {
        return database.selectFrom(RUN)
                .where(RUN.ID.eq(id.value()))
                .and(RUN.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(Runs::run)
                .orElseThrow(NotFoundException::new);
    }

    /// The newest runs of an engagement, the newest first.
    public List<Run> newest(EngagementId engagement, int most) {
        return database.selectFrom(RUN)
                .where(RUN.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(RUN.REQUESTED.desc(), RUN.ID.desc())
                .limit(most)
                .fetch(Runs::run);
    }

    void add(RequestingRun.Wish wish, RunId id, PersonId person) {
        database.insertInto(RUN)
                .set(RUN.ID, id.value())
                .set(RUN.ENGAGEMENT_ID, wish.engagement().value())
                .set(RUN.PRIVATE_TO, value(wish.privateTo()))
                .set(RUN.KIND, wish.kind())
                .set(RUN.SUBJECT, wish.subject())
                .set(RUN.INPUT, RunJson.write(wish.input()))
                .set(RUN.REQUESTED_BY, person.value())
                .set(RUN.REQUESTED, clock.instant())
                .execute();
    }

    /// Ends a run that waits, and marks one that goes on; leaves one that has ended as it is.
    void cancel(EngagementId engagement, RunId id) {
        database.update(RUN)
                .set(RUN.CANCELLING, true)
                .where(RUN.ID.eq(id.value()))
                .and(RUN.ENGAGEMENT_ID.eq(engagement.value()))
                .and(RUN.STATE.eq(RunState.RUNNING.code()))
                .execute();
        database.update(RUN)
                .set(RUN.STATE, RunState.CANCELLED.code())
                .set(RUN.ENDED, clock.instant())
                .where(RUN.ID.eq(id.value()))
                .and(RUN.ENGAGEMENT_ID.eq(engagement.value()))
                .and(RUN.STATE.eq(RunState.QUEUED.code()))
                .execute();
    }

    // ---- for the clerk

    /// Gives back all runs that somebody was at, as that somebody is known to have ended.
    void interruptAll() {
        transactions.run(
                CLERK,
                () -> database.update(RUN)
                        .set(RUN.STATE, RunState.QUEUED.code())
                        .set(RUN.INTERRUPTIONS, RUN.INTERRUPTIONS.plus(1))
                        .where(RUN.STATE.eq(RunState.RUNNING.code()))
                        .execute());
    }

    /// Takes the run that waits longest, or one whose worker has not been alive for the length of the lease.
    Optional<Taken> take(Duration lease) {
        return transactions.as(CLERK, () -> {
            var now = clock.instant();
            Condition abandoned = RUN.STATE.eq(RunState.RUNNING.code()).and(RUN.ALIVE.lt(now.minus(lease)));
            var next = database.selectFrom(RUN)
                    .where(RUN.STATE.eq(RunState.QUEUED.code()).or(abandoned))
                    .orderBy(RUN.REQUESTED, RUN.ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOptional();
            next.ifPresent(row -> {
                if (row.getState().equals(RunState.RUNNING.code())) {
                    row.setInterruptions(row.getInterruptions() + 1);
                }
                row.setState(RunState.RUNNING.code());
                row.setAttempt(row.getAttempt() + 1);
                row.setAlive(now);
                row.setDone(0);
                row.setTotal(0);
                row.setActivity(null);
                database.executeUpdate(row);
            });
            return next.map(row -> new Taken(
                    new RunId(row.getId()),
                    row.getAttempt(),
                    new EngagementId(row.getEngagementId()),
                    new Actor.Person(new PersonId(row.getRequestedBy())),
                    row.getKind(),
                    row.getInput()));
        });
    }

    /// How often the program has ended while it was at this run.
    int interruptions(Taken taken) {
        return transactions.as(
                CLERK,
                () -> database.select(RUN.INTERRUPTIONS)
                        .from(RUN)
                        .where(RUN.ID.eq(taken.id().value()))
                        .fetchOptional(RUN.INTERRUPTIONS)
                        .orElse(0));
    }

    /// Stores how far a run is.
    ///
    /// @return whether its worker is to go on: it is still the worker's, and nobody cancelled it
    boolean alive(Taken taken, RunningRun.@Nullable Progress progress) {
        return transactions.as(CLERK, () -> {
            var update = database.update(RUN).set(RUN.ALIVE, clock.instant());
            if (progress != null) {
                update = update.set(RUN.DONE, progress.done())
                        .set(RUN.TOTAL, progress.total())
                        .set(RUN.ACTIVITY, RunJson.write(progress.activity()));
            }
            return update.where(of(taken))
                    .returning(RUN.CANCELLING)
                    .fetchOptional(RUN.CANCELLING)
                    .map(cancelling -> !cancelling)
                    .orElse(false);
        });
    }

    /// Ends a run with what its work stores, in one transaction of the person who asked for it.
    void finish(Taken taken, Supplier<String> work) {
        transactions.run(taken.person(), () -> {
            var mine = database.select(RUN.ID)
                    .from(RUN)
                    .where(of(taken))
                    .and(RUN.CANCELLING.isFalse())
                    .forUpdate()
                    .fetchOptional();
            if (mine.isEmpty()) {
                throw new RunStoppedException(taken.id());
            }
            String result = work.get();
            database.update(RUN)
                    .set(RUN.STATE, RunState.DONE.code())
                    .set(RUN.RESULT, result)
                    .set(RUN.DONE, RUN.TOTAL)
                    .set(RUN.ENDED, clock.instant())
                    .where(of(taken))
                    .execute();
            tell(taken, "runs.told.done", Text.of("runs.told.doneText"), result);
        });
    }

    /// Tells whoever asked for a run that it has ended, whether or not they still look at its page: see
    /// [#seen].
    private void tell(Taken taken, String subject, Text text, String below) {
        String about = database.select(RUN.SUBJECT)
                .from(RUN)
                .where(RUN.ID.eq(taken.id().value()))
                .fetchOptional(RUN.SUBJECT)
                .orElse("");
        notices.give(Notice.to(
                        taken.person().id(),
                        ENDED,
                        key(taken.id()),
                        Text.of(subject, Text.of("runs.kind." + taken.kind()), about),
                        text,
                        "/engagements/%s/%s".formatted(taken.engagement(), below))
                .in(taken.engagement()));
    }

    /// Notes that somebody has seen a run's end, so that they need not be told of it.
    void seen(Actor.Person me, Run run) {
        if (run.state().ended() && run.requestedBy().equals(me.id())) {
            notices.seen(me, key(run.id()));
        }
    }

    private static String key(RunId id) {
        return "run-ended " + id;
    }

    /// Ends a run without a result: as cancelled where somebody asked for that, else as failed.
    ///
    /// @return whether it was still the worker's to end
    boolean end(Taken taken, @Nullable Text failure) {
        return transactions.as(CLERK, () -> {
            var cancelled = database.update(RUN)
                    .set(RUN.STATE, RunState.CANCELLED.code())
                    .set(RUN.ENDED, clock.instant())
                    .where(of(taken))
                    .and(RUN.CANCELLING)
                    .execute();
            if (cancelled == 1) {
                return true;
            }
            boolean failed = failure != null
                    && database.update(RUN)
                                    .set(RUN.STATE, RunState.FAILED.code())
                                    .set(RUN.FAILURE, RunJson.write(failure))
                                    .set(RUN.ENDED, clock.instant())
                                    .where(of(taken))
                                    .execute()
                            == 1;
            if (failed && failure != null) {
                tell(taken, "runs.told.failed", failure, "runs/" + taken.id());
            }
            return failed;
        });
    }

    /// Lets somebody else take a run.
    void giveBack(Taken taken) {
        transactions.run(
                CLERK,
                () -> database.update(RUN)
                        .set(RUN.STATE, RunState.QUEUED.code())
                        .where(of(taken))
                        .execute());
    }

    /// The run while this worker has it: each taking has a number, and an older one no longer counts.
    private static Condition of(Taken taken) {
        return RUN.ID
                .eq(taken.id().value())
                .and(RUN.ATTEMPT.eq(taken.attempt()))
                .and(RUN.STATE.eq(RunState.RUNNING.code()));
    }

    private static java.util.@Nullable UUID value(@Nullable PartyId party) {
        return party == null ? null : party.value();
    }

    private static Run run(RunRecord row) {
        Instant ended = row.getEnded();
        return new Run(
                new RunId(row.getId()),
                new EngagementId(row.getEngagementId()),
                row.getKind(),
                row.getSubject(),
                new PersonId(row.getRequestedBy()),
                row.getRequested(),
                Code.of(RunState.class, row.getState()),
                row.getDone(),
                row.getTotal(),
                RunJson.text(row.getActivity()),
                row.getCancelling(),
                ended,
                RunJson.text(row.getFailure()),
                row.getResult());
    }
}
