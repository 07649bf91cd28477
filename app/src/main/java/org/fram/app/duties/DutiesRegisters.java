package org.fram.app.duties;

import static fram.schema.duties.Tables.ACTIVITY;

import java.util.List;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.fram.facts.ActivityArea;
import org.fram.facts.PeopleFacts.DividedActivity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The table of responsibilities as a register: history, undo, lists in and out and programs find it
/// there. People see it as a grid.
@Configuration(proxyBeanMethods = false)
class DutiesRegisters {

    private static final int LONGEST = 500;
    private static final Labels NAMES = new Labels(40);

    @Bean
    static Register responsibilitiesRegister(KeepingActivities acts) {
        return new Register(
                "responsibilities",
                "duties.activity",
                "D",
                ACTIVITY,
                List.of(
                        Register.ref(ACTIVITY),
                        Column.of(
                                "area",
                                ACTIVITY.AREA,
                                new OneOf(Codes.of(ActivityArea.values()), "duties.area"),
                                Trait.REQUIRED),
                        Column.of("text", ACTIVITY.TEXT, new Words(LONGEST, false), Trait.REQUIRED, Trait.WIDE),
                        Column.of("accountable", ACTIVITY.ACCOUNTABLE, NAMES),
                        Column.of("responsible", ACTIVITY.RESPONSIBLE, NAMES),
                        Column.of("consulted", ACTIVITY.CONSULTED, NAMES),
                        Column.of("informed", ACTIVITY.INFORMED, NAMES),
                        Column.of("confirmed", ACTIVITY.CONFIRMED, new YesNo()),
                        Column.of(
                                "divided",
                                ACTIVITY.DIVIDED,
                                new OneOf(Codes.of(DividedActivity.values()), "duties.divided"),
                                Trait.HIDDEN),
                        Column.of("seenBy", ACTIVITY.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new ActivityRules(),
                acts);
    }
}
