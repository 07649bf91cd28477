package org.fram.app.platform.register;

import static fram.schema.register.Tables.VIEW;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Link;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Queries of registers that people keep, for themselves or for all of an engagement. Is asked within a transaction.
@Component
public class Views {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2000;

    private final DSLContext database;

    Views(DSLContext database) {
        this.database = database;
    }

    /// Keeps a query under a name; one of the same name is replaced.
    ///
    /// @param owner who alone sees it, or null for all of the engagement
    /// @return whether name and query are of a length that can be kept
    public boolean keep(
            Register register, EngagementId engagement, @Nullable PersonId owner, String name, Query query) {
        String kept = query.first().address();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME || kept.length() > LONGEST_QUERY) {
            return false;
        }
        var person = owner == null ? null : owner.value();
        database.deleteFrom(VIEW)
                .where(VIEW.ENGAGEMENT_ID.eq(engagement.value()))
                .and(VIEW.REGISTER.eq(register.name()))
                .and(VIEW.NAME.eq(name.strip()))
                .and(VIEW.PERSON_ID.isNotDistinctFrom(person))
                .execute();
        database.insertInto(VIEW)
                .set(VIEW.ID, Ids.next())
                .set(VIEW.ENGAGEMENT_ID, engagement.value())
                .set(VIEW.REGISTER, register.name())
                .set(VIEW.PERSON_ID, person)
                .set(VIEW.NAME, name.strip())
                .set(VIEW.QUERY, kept)
                .execute();
        return true;
    }

    /// Removes one; one that is gone already is as good.
    public void remove(EngagementId engagement, UUID view) {
        database.deleteFrom(VIEW)
                .where(VIEW.ENGAGEMENT_ID.eq(engagement.value()))
                .and(VIEW.ID.eq(view))
                .execute();
    }

    List<RegisterPage.View> of(
            Register register, EngagementId engagement, String address, Query query, boolean editable) {
        String now = query.first().address();
        return database.selectFrom(VIEW)
                .where(VIEW.ENGAGEMENT_ID.eq(engagement.value()))
                .and(VIEW.REGISTER.eq(register.name()))
                .orderBy(VIEW.NAME, VIEW.ID)
                .fetch(row -> {
                    boolean shared = row.getPersonId() == null;
                    return new RegisterPage.View(
                            new Link(
                                    row.getQuery().isEmpty() ? address : address + "?" + row.getQuery(),
                                    row.getName(),
                                    row.getQuery().equals(now)),
                            shared,
                            shared && !editable ? "" : address + "/views/" + row.getId() + "/remove");
                });
    }
}
