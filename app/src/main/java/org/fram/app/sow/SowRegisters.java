package org.fram.app.sow;

import static fram.schema.sow.Tables.ASSUMPTION;
import static fram.schema.sow.Tables.REQUIREMENT;

import fram.pages.app.Templates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of the statement of work: requirements and assumptions.
@Configuration(proxyBeanMethods = false)
class SowRegisters {

    private static final Words SHORT = new Words(200, false);
    private static final Words LONG = new Words(2000, true);
    private static final Words LONGEST = new Words(4000, true);
    private static final int MOST_OBLIGATIONS = 100;

    @Bean
    static Register requirementsRegister(KeepingRows acts) {
        return new Register(
                "requirements",
                "sow.requirement",
                "R",
                REQUIREMENT,
                List.of(
                        Register.ref(REQUIREMENT),
                        Column.of("text", REQUIREMENT.TEXT, LONGEST, Trait.REQUIRED, Trait.WIDE),
                        Column.of(
                                "source",
                                REQUIREMENT.SOURCE,
                                OneOf.of(RequirementSource.class, "sow.requirement.source")),
                        Column.of("key", REQUIREMENT.KEY, new YesNo()),
                        Column.of("obligations", REQUIREMENT.OBLIGATIONS, new Labels(MOST_OBLIGATIONS)),
                        Column.of("deferred", REQUIREMENT.DEFERRED, new YesNo()),
                        Column.of("deferralSignedBy", REQUIREMENT.DEFERRAL_SIGNED_BY, SHORT, Trait.HIDDEN),
                        Column.of("demonstrated", REQUIREMENT.DEMONSTRATED, new Day()),
                        Column.of("seenBy", REQUIREMENT.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register assumptionsRegister(
            KeepingRows acts, Templates templates, InstantSource clock, ObjectProvider<ChangeWay> changes) {
        return new Register(
                "assumptions",
                "sow.assumption",
                "A",
                ASSUMPTION,
                List.of(
                        Register.ref(ASSUMPTION),
                        Column.of("text", ASSUMPTION.TEXT, LONGEST, Trait.REQUIRED, Trait.WIDE),
                        Column.of("owner", ASSUMPTION.OWNER, SHORT),
                        Column.of("validateBy", ASSUMPTION.VALIDATE_BY, Day.due("holds")),
                        Column.of("holds", ASSUMPTION.HOLDS, new YesNo()).shownBy((row, frame) -> {
                            var state = AssumptionState.of(row, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
                            return templates.sowAssumption(
                                    tone(state),
                                    words(frame, state),
                                    changes.stream()
                                            .filter(_ ->
                                                    state.failed() && !row.ref().isEmpty())
                                            .findFirst()
                                            .map(way -> way.of(frame.path(), row.ref()))
                                            .orElse(""),
                                    frame.text("sow.assumption.proposeChange"));
                        }),
                        Column.of("evidence", ASSUMPTION.EVIDENCE, LONG),
                        Column.of("ifFalse", ASSUMPTION.IF_FALSE, LONG),
                        Column.of("exposure", ASSUMPTION.EXPOSURE, new Money(ASSUMPTION.EXPOSURE_CURRENCY)),
                        Column.of("seenBy", ASSUMPTION.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new AssumptionRules(),
                acts);
    }

    @Bean
    static RegisterRoom requirementsRoom(Register requirementsRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, requirementsRegister, rows);
    }

    @Bean
    static RegisterRoom assumptionsRoom(Register assumptionsRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, assumptionsRegister, rows);
    }

    private static Tone tone(AssumptionState state) {
        return switch (state) {
            case HOLDS -> Tone.GOOD;
            case FALSE -> Tone.BAD;
            case OVERDUE -> Tone.WARN;
            case OPEN -> Tone.CALM;
        };
    }

    private static String words(Frame frame, AssumptionState state) {
        return frame.text("sow.assumption.state." + state.code());
    }

    /// How it stands with an assumption.
    private enum AssumptionState implements Code {
        HOLDS,
        FALSE,
        OVERDUE,
        OPEN;

        private boolean failed() {
            return this == FALSE || this == OVERDUE;
        }

        private static AssumptionState of(Row row, LocalDate today) {
            if (row.get("holds") instanceof Boolean holds) {
                return holds ? HOLDS : FALSE;
            }
            return row.get("validateBy") instanceof LocalDate day && day.isBefore(today) ? OVERDUE : OPEN;
        }
    }
}
