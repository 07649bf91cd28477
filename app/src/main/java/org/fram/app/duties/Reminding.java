package org.fram.app.duties;

import java.time.Duration;
import java.util.List;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.runs.Round;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Reminds people of what becomes due and of what is overdue, each of what they see themselves.
///
/// It looks every few hours, as days begin at another time in each engagement; nobody is told twice of
/// the same thing at the same stage, whatever happens in between. What fails for somebody keeps no
/// reminder from others.
@Component
public class Reminding {

    private static final Actor.Task REMINDERS = new Actor.Task("reminders");

    private final OnBehalf onBehalf;
    private final Transactions transactions;
    private final ToDo toDo;
    private final Notices notices;

    Reminding(OnBehalf onBehalf, Transactions transactions, ToDo toDo, Notices notices) {
        this.onBehalf = onBehalf;
        this.transactions = transactions;
        this.toDo = toDo;
        this.notices = notices;
    }

    @Bean
    static Round remindingRound(Reminding reminding) {
        return Round.every("reminding", Duration.ofHours(3), reminding::look);
    }

    /// Looks once at what is due to everybody.
    public void look() {
        onBehalf.eachPerson(REMINDERS, this::look);
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
}
