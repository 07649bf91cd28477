package org.fram.app.platform.notices;

import static fram.schema.notices.Tables.CHOICE;
import static fram.schema.notices.Tables.NOTICE;
import static fram.schema.notices.Tables.PREFERENCES;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The preferences of people. Is asked within a transaction, of the person themselves or of the postman.
@Component
class Wishes {

    private final DSLContext database;

    Wishes(DSLContext database) {
        this.database = database;
    }

    Preferences of(PersonId person) {
        UUID id = person.value();
        var choices = new HashMap<String, Delivery>();
        database.selectFrom(CHOICE)
                .where(CHOICE.PERSON_ID.eq(id))
                .forEach(row -> choices.put(row.getKind(), Code.of(Delivery.class, row.getDelivery())));
        return database.selectFrom(PREFERENCES)
                .where(PREFERENCES.PERSON_ID.eq(id))
                .fetchOptional(row -> {
                    var from = row.getQuietFrom();
                    var to = row.getQuietTo();
                    return new Preferences(
                            ZoneId.of(row.getZone()),
                            Code.of(Preferences.Rhythm.class, row.getRhythm()),
                            DayOfWeek.of(row.getWeekday()),
                            row.getHour(),
                            from == null || to == null ? null : new Preferences.Quiet(from, to),
                            choices);
                })
                .orElseGet(() -> new Preferences(
                        Preferences.UNSAID.zone(),
                        Preferences.UNSAID.rhythm(),
                        Preferences.UNSAID.weekday(),
                        Preferences.UNSAID.hour(),
                        null,
                        choices));
    }

    /// Stores them, and has the postman look anew at what has not gone yet.
    void set(PersonId person, Preferences wanted) {
        UUID id = person.value();
        var quiet = wanted.quiet();
        database.deleteFrom(PREFERENCES).where(PREFERENCES.PERSON_ID.eq(id)).execute();
        database.insertInto(PREFERENCES)
                .set(PREFERENCES.PERSON_ID, id)
                .set(PREFERENCES.ZONE, wanted.zone().getId())
                .set(PREFERENCES.RHYTHM, wanted.rhythm().code())
                .set(PREFERENCES.WEEKDAY, (short) wanted.weekday().getValue())
                .set(PREFERENCES.HOUR, (short) wanted.hour())
                .set(PREFERENCES.QUIET_FROM, quiet == null ? null : (short) quiet.from())
                .set(PREFERENCES.QUIET_TO, quiet == null ? null : (short) quiet.to())
                .execute();
        database.deleteFrom(CHOICE).where(CHOICE.PERSON_ID.eq(id)).execute();
        wanted.choices()
                .forEach((kind, delivery) -> database.insertInto(CHOICE)
                        .set(CHOICE.PERSON_ID, id)
                        .set(CHOICE.KIND, kind)
                        .set(CHOICE.DELIVERY, delivery.code())
                        .execute());
        database.update(NOTICE)
                .set(NOTICE.MAILING, "new")
                .where(NOTICE.PERSON_ID.eq(id))
                .and(NOTICE.MAILING.eq("waiting"))
                .execute();
    }
}
