package org.fram.app.duties;

import static fram.schema.duties.Tables.PARTICIPANT;

import fram.schema.duties.tables.records.ParticipantRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who takes part, in the order of the table's columns: the parties of the engagement, the customer
/// split into IT and contact center, and further functions. Is asked within a transaction.
@Component
public class Participants {

    private static final int LONGEST_PARTY = 26;
    private static final String FUNCTION = ":";

    private final DSLContext database;
    private final Engagements engagements;

    Participants(DSLContext database, Engagements engagements) {
        this.database = database;
        this.engagements = engagements;
    }

    /// All of them: the vendor’s side first, as it does most, then the customer, then third parties.
    public List<Participant> of(EngagementId engagement) {
        var said = database.selectFrom(PARTICIPANT)
                .where(PARTICIPANT.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(PARTICIPANT.NAME, PARTICIPANT.KEY)
                .fetch();
        var people = new HashMap<String, PersonId>();
        for (var row : said) {
            UUID person = row.getPersonId();
            if (person != null) {
                people.put(row.getKey(), new PersonId(person));
            }
        }
        var columns = new Columns(people);
        for (var party : ordered(engagements.parties(engagement))) {
            if (party.side() == Side.BUYER) {
                columns.add(party, FUNCTION + "it", Participant.IT, false);
                columns.add(party, FUNCTION + "contact-center", Participant.CENTER, false);
            } else {
                columns.add(party, "", "", false);
            }
            for (ParticipantRecord row : said) {
                String name = row.getName();
                if (name != null && row.getPartyId().equals(party.id().value())) {
                    columns.add(
                            party, row.getKey().substring(party.id().toString().length()), name, true);
                }
            }
        }
        return columns.all;
    }

    /// Says who stands for one, or nobody.
    void name(EngagementId engagement, Participant participant, @Nullable PersonId person) {
        UUID id = person == null ? null : person.value();
        database.insertInto(PARTICIPANT)
                .set(PARTICIPANT.ENGAGEMENT_ID, engagement.value())
                .set(PARTICIPANT.KEY, participant.key())
                .set(PARTICIPANT.PARTY_ID, participant.party().value())
                .set(PARTICIPANT.NAME, participant.added() ? participant.function() : null)
                .set(PARTICIPANT.PERSON_ID, id)
                .onConflict(PARTICIPANT.ENGAGEMENT_ID, PARTICIPANT.KEY)
                .doUpdate()
                .set(PARTICIPANT.PERSON_ID, id)
                .execute();
    }

    void add(EngagementId engagement, PartyId party, String function) {
        database.insertInto(PARTICIPANT)
                .set(PARTICIPANT.ENGAGEMENT_ID, engagement.value())
                .set(PARTICIPANT.KEY, party + FUNCTION + Ids.next())
                .set(PARTICIPANT.PARTY_ID, party.value())
                .set(PARTICIPANT.NAME, function)
                .execute();
    }

    void remove(EngagementId engagement, String key) {
        database.deleteFrom(PARTICIPANT)
                .where(PARTICIPANT.ENGAGEMENT_ID.eq(engagement.value()))
                .and(PARTICIPANT.KEY.eq(key))
                .execute();
    }

    private static List<Party> ordered(List<Party> parties) {
        var ordered = new ArrayList<Party>();
        for (var delivers : List.of(true, false)) {
            parties.stream().filter(party -> delivers(party) == delivers).forEach(ordered::add);
        }
        return ordered;
    }

    static boolean delivers(Party party) {
        return party.side() == Side.VENDOR || party.side() == Side.OUTSOURCER;
    }

    /// The columns while they are put together; names are unique and fit into lists of names.
    private static final class Columns {

        private final Map<String, PersonId> people;
        private final List<Participant> all = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        private Columns(Map<String, PersonId> people) {
            this.people = people;
        }

        private void add(Party party, String suffix, String function, boolean added) {
            String key = party.id() + suffix;
            String plain = party.name().replaceAll("[,;\\s]+", " ").strip();
            String shown = plain.length() > LONGEST_PARTY ? plain.substring(0, LONGEST_PARTY - 1) + "…" : plain;
            String name = function.isEmpty() ? shown : shown + ": " + function;
            String unique = name;
            for (int at = 2; !names.add(unique); at++) {
                unique = name + " " + at;
            }
            all.add(new Participant(
                    key, unique, party.id(), party.name(), party.side(), function, added, people.get(key)));
        }
    }
}
