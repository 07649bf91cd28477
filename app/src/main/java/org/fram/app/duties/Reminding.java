package org.fram.app.duties;

import static fram.schema.access.Tables.MEMBERSHIP;

import java.time.Duration;
import java.util.List;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reminds people of what becomes due and of what is overdue, each of what they see themselves.
///
/// It looks every few hours, as days begin at another time in each engagement; nobody is told twice of
/// the same thing at the same stage, whatever happens in between.
@Component
public class Reminding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);
    private static final Duration EVERY = Duration.ofHours(3);
    private static final Actor.Task REMINDERS = new Actor.Task("reminders");

    private final Transactions transactions;
    private final DSLContext database;
    private final ToDo toDo;
    private final Notices notices;
    private final boolean serves;
    private volatile Thread thread = new Thread(() -> {});
    private volatile boolean running;

    /// @param serves whether this is a server; a command that only looks changes nothing
    Reminding(
            Transactions transactions,
            DSLContext database,
            ToDo toDo,
            Notices notices,
            @Value("${fram.runs.serve:true}") boolean serves) {
        this.transactions = transactions;
        this.database = database;
        this.toDo = toDo;
        this.notices = notices;
        this.serves = serves;
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("reminding").start(this::serve);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Looks once at what is due to everybody.
    public void look() {
        for (var person : people()) {
            look(person);
        }
    }

    /// Looks once at what is due to one person.
    public void look(PersonId person) {
        var me = new Actor.Person(person);
        transactions.run(me, () -> toDo.of(me).forEach(line -> remind(person, line)));
    }

    /// How near a day has to be that the last reminder was of; empty where it is none yet.
    ///
    /// @param stages days before the last one
    static String stage(List<Integer> stages, long daysLeft) {
        if (stages.isEmpty()) {
            return "";
        }
        return daysLeft < 0
                ? "overdue"
                : stages.stream()
                        .filter(days -> daysLeft <= days)
                        .min(Integer::compare)
                        .map(String::valueOf)
                        .orElse("");
    }

    private void remind(PersonId person, ToDo.Line line) {
        var left = line.daysLeft();
        var due = line.item().due();
        if (left.isEmpty() || due == null) {
            return;
        }
        String stage = stage(line.item().reminders(), left.get());
        if (stage.isEmpty()) {
            return;
        }
        boolean overdue = left.get() < 0;
        notices.give(Notice.to(
                        person,
                        DutyNotices.REMINDERS,
                        "reminder %s %s %s".formatted(line.item().key(), due, stage),
                        Text.of(
                                overdue ? "duties.told.overdue" : "duties.told.due",
                                line.item().what()),
                        Text.of(overdue ? "duties.toldText.overdue" : "duties.toldText.due", due, Math.abs(left.get())),
                        line.address())
                .in(line.engagement().id()));
    }

    private List<PersonId> people() {
        return transactions.as(
                REMINDERS,
                () -> database.selectDistinct(MEMBERSHIP.PERSON_ID)
                        .from(MEMBERSHIP)
                        .fetch(row -> new PersonId(row.value1())));
    }

    private void serve() {
        while (running) {
            try {
                look();
                Thread.sleep(EVERY);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Nobody is reminded for now, as something fails: {}", failure.toString());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
