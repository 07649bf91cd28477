package org.fram.app.readiness;

import static fram.schema.readiness.Tables.LEGACY_EXIT;
import static fram.schema.readiness.Tables.SIGN_OFF;

import fram.pages.app.Templates;
import gg.jte.Content;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of sign-offs and of the legacy exit.
@Configuration(proxyBeanMethods = false)
class ReadinessRegisters {

    private static final Words SHORT = new Words(200, false);
    private static final Words PLACE = new Words(500, false);
    private static final Words LONG = new Words(2000, true);

    @Bean
    static Register signOffsRegister(KeepingRows acts, Templates templates, InstantSource clock) {
        return new Register(
                "sign-offs",
                "readiness.signOff",
                "SO",
                SIGN_OFF,
                List.of(
                        Register.ref(SIGN_OFF),
                        Column.of("text", SIGN_OFF.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of(
                                "kind",
                                SIGN_OFF.KIND,
                                OneOf.of(SignOffKind.class, "readiness.signOffKind"),
                                Trait.REQUIRED),
                        Column.of("site", SIGN_OFF.SITE, SHORT),
                        Column.of("owner", SIGN_OFF.OWNER, SHORT),
                        due("due", SIGN_OFF.DUE, Day.due("signedOff"), templates, clock),
                        Column.of("signedOff", SIGN_OFF.SIGNED_OFF, new Day())
                                .shownBy((row, frame) -> row.get("signedOff") instanceof LocalDate day
                                        ? templates.layoutMark(Tone.GOOD, frame.date(day))
                                        : words("")),
                        Column.of("signedBy", SIGN_OFF.SIGNED_BY, SHORT),
                        Column.of("evidence", SIGN_OFF.EVIDENCE, LONG),
                        Column.of("remark", SIGN_OFF.REMARK, LONG, Trait.HIDDEN),
                        Column.of("seenBy", SIGN_OFF.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new SignOffRules(),
                acts);
    }

    @Bean
    static Register legacyExitRegister(KeepingRows acts, Templates templates, InstantSource clock) {
        return new Register(
                "legacy-exit",
                "readiness.exit",
                "LX",
                LEGACY_EXIT,
                List.of(
                        Register.ref(LEGACY_EXIT),
                        Column.of("text", LEGACY_EXIT.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of(
                                "kind",
                                LEGACY_EXIT.KIND,
                                OneOf.of(ExitKind.class, "readiness.exitKind"),
                                Trait.REQUIRED),
                        Column.of("withWhom", LEGACY_EXIT.WITH_WHOM, SHORT),
                        Column.of("owner", LEGACY_EXIT.OWNER, SHORT),
                        Column.of("noticeBy", LEGACY_EXIT.NOTICE_BY, Day.due("noticeGiven", "done"))
                                .shownBy((row, frame) -> notice(row, frame, templates, clock)),
                        Column.of("noticeGiven", LEGACY_EXIT.NOTICE_GIVEN, new Day(), Trait.HIDDEN),
                        due("endsOn", LEGACY_EXIT.ENDS_ON, Day.due("done"), templates, clock),
                        Column.of("keepUntil", LEGACY_EXIT.KEEP_UNTIL, Day.fixed()),
                        Column.of("keptAt", LEGACY_EXIT.KEPT_AT, PLACE),
                        Column.of("done", LEGACY_EXIT.DONE, new Day()),
                        Column.of("evidence", LEGACY_EXIT.EVIDENCE, LONG, Trait.HIDDEN),
                        Column.of("remark", LEGACY_EXIT.REMARK, LONG, Trait.HIDDEN),
                        Column.of("seenBy", LEGACY_EXIT.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new ExitRules(),
                acts);
    }

    @Bean
    static RegisterRoom signOffsRoom(Register signOffsRegister, Rows rows) {
        return new RegisterRoom(Stage.ROLLOUT, signOffsRegister, rows);
    }

    @Bean
    static RegisterRoom legacyExitRoom(Register legacyExitRegister, Rows rows) {
        return new RegisterRoom(Stage.ROLLOUT, legacyExitRegister, rows);
    }

    /// A day that is marked where it has passed and nothing has happened.
    private static Column due(String key, Field<LocalDate> field, Day type, Templates templates, InstantSource clock) {
        return Column.of(key, field, type)
                .shownBy((row, frame) -> row.get(key) instanceof LocalDate day
                        ? day.isBefore(today(clock)) && type.isOpen(row)
                                ? templates.layoutMark(Tone.BAD, frame.text("readiness.overdue", frame.date(day)))
                                : words(frame.date(day))
                        : words(""));
    }

    private static Content notice(Row row, Frame frame, Templates templates, InstantSource clock) {
        if (!(row.get("noticeBy") instanceof LocalDate day)) {
            return words("");
        }
        var notice = Notice.of(row, today(clock));
        return notice.state() == Notice.State.LATER
                ? words(frame.date(day))
                : templates.layoutMark(
                        notice.state().tone(),
                        frame.text("readiness.notice." + notice.state().code(), frame.date(day), notice.days()));
    }

    private static Content words(String text) {
        return output -> output.writeUserContent(text);
    }

    private static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
