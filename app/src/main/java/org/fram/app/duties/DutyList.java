package org.fram.app.duties;

import static fram.schema.duties.Tables.ANSWER;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.engagement.AnsweredFor;
import org.fram.app.engagement.AnsweredFor.Single;
import org.fram.app.engagement.Member;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What people answer for, as all modules know it, and what they said to it. Is asked within a
/// transaction, and shows what whoever asks may see.
@Component
public class DutyList {

    private final ObjectProvider<AnsweredFor> kinds;
    private final DSLContext database;

    DutyList(ObjectProvider<AnsweredFor> kinds, DSLContext database) {
        this.kinds = kinds;
        this.database = database;
    }

    private record Answer(String sha256, String objection, Instant given) {}

    /// All of it for one person.
    public List<DutyLine> of(EngagementId engagement, Member member) {
        return of(engagement, List.of(member)).getOrDefault(member.person(), List.of());
    }

    /// All of it for several people; who answers for nothing has no lines.
    public Map<PersonId, List<DutyLine>> of(EngagementId engagement, List<Member> people) {
        var said = answers(engagement);
        var lines = new HashMap<PersonId, List<DutyLine>>();
        kinds.stream()
                .map(kind -> kind.of(engagement, people))
                .forEach(duties -> people.forEach(member -> {
                    var answers = said.getOrDefault(member.person(), Map.of());
                    for (var duty : duties.getOrDefault(member.person(), List.of())) {
                        lines.computeIfAbsent(member.person(), _ -> new ArrayList<>())
                                .add(line(duty, answers.get(duty.key())));
                    }
                }));
        return lines;
    }

    /// The digest of a list: whoever says yes to it says yes to exactly this.
    public static String digest(List<DutyLine> lines) {
        return sha256(lines.stream()
                .map(line -> line.duty().key() + " " + line.sha256())
                .sorted()
                .toList());
    }

    /// Keeps what somebody says to each, in place of what they said before.
    ///
    /// @param objections what speaks against it, by the keys of duties
    void answer(
            EngagementId engagement,
            PersonId person,
            List<DutyLine> lines,
            Map<String, String> objections,
            Instant now) {
        database.deleteFrom(ANSWER)
                .where(ANSWER.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ANSWER.PERSON_ID.eq(person.value()))
                .execute();
        for (var line : lines) {
            var privateTo = line.duty().privateTo();
            String objection = objections.getOrDefault(line.duty().key(), "");
            var given = line.given();
            boolean same = given != null && line.objection().equals(objection);
            database.insertInto(ANSWER)
                    .set(ANSWER.ENGAGEMENT_ID, engagement.value())
                    .set(ANSWER.PERSON_ID, person.value())
                    .set(ANSWER.KEY, line.duty().key())
                    .set(ANSWER.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                    .set(ANSWER.SHA256, line.sha256())
                    .set(ANSWER.OBJECTION, objection.isEmpty() ? null : objection)
                    .set(ANSWER.GIVEN, same ? given : now)
                    .execute();
        }
    }

    private Map<PersonId, Map<String, Answer>> answers(EngagementId engagement) {
        var answers = new HashMap<PersonId, Map<String, Answer>>();
        database.select(ANSWER.PERSON_ID, ANSWER.KEY, ANSWER.SHA256, ANSWER.OBJECTION, ANSWER.GIVEN)
                .from(ANSWER)
                .where(ANSWER.ENGAGEMENT_ID.eq(engagement.value()))
                .forEach(row -> answers.computeIfAbsent(new PersonId(row.get(ANSWER.PERSON_ID)), _ -> new HashMap<>())
                        .put(
                                row.get(ANSWER.KEY),
                                new Answer(
                                        row.get(ANSWER.SHA256),
                                        orEmpty(row.get(ANSWER.OBJECTION)),
                                        row.get(ANSWER.GIVEN))));
        return answers;
    }

    private static DutyLine line(Single duty, @Nullable Answer answer) {
        String sha256 = sha256(List.of(
                duty.ref(),
                duty.text(),
                duty.about().key(),
                String.valueOf(duty.about().values())));
        return answer == null || !answer.sha256().equals(sha256)
                ? new DutyLine(duty, sha256, Standing.NEW, "", null)
                : new DutyLine(
                        duty,
                        sha256,
                        answer.objection().isEmpty() ? Standing.TAKEN : Standing.OBJECTED,
                        answer.objection(),
                        answer.given());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String sha256(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
