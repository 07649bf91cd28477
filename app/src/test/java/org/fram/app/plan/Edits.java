package org.fram.app.plan;

import java.util.function.UnaryOperator;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.fram.schedule.Constraint;

/// What the form of an activity sends.
public final class Edits {

    private Edits() {}

    /// Changes an activity by its form, for the customer.
    public static EditingPlan.Outcome change(
            TestEngagement engagement, SamplePlan plan, PlannedActivity one, UnaryOperator<ActivityEdit> how) {
        return RunningApp.shared()
                .get(EditingPlan.class)
                .change(engagement.customer().actor(), engagement.id(), one.id(), how.apply(of(plan.kept(), one)));
    }

    /// The form of one that has not begun.
    static ActivityEdit of(KeptPlan kept, PlannedActivity one) {
        return new ActivityEdit(
                one.core().name(),
                Lengths.of(kept.basis().calendar()).write(one.core().minutes()),
                "",
                "",
                "",
                "",
                "",
                "",
                one.core().constraint().kind(),
                "",
                "",
                Waits.write(kept, one.id()),
                one.additions().party(),
                one.additions().area(),
                String.join(", ", one.additions().obligations()),
                one.parent(),
                one.version());
    }

    /// The same with another length, and carrying out obligations.
    public static ActivityEdit with(ActivityEdit edit, String duration, String obligations) {
        return new ActivityEdit(
                edit.name(),
                duration,
                edit.best(),
                edit.likely(),
                edit.worst(),
                edit.started(),
                edit.finished(),
                edit.remaining(),
                edit.constraint(),
                edit.constraintDay(),
                edit.deadline(),
                edit.waits(),
                edit.party(),
                edit.area(),
                obligations,
                edit.parent(),
                edit.seen());
    }

    static ActivityEdit waits(ActivityEdit edit, String waits) {
        return new ActivityEdit(
                edit.name(),
                edit.duration(),
                edit.best(),
                edit.likely(),
                edit.worst(),
                edit.started(),
                edit.finished(),
                edit.remaining(),
                edit.constraint(),
                edit.constraintDay(),
                edit.deadline(),
                waits,
                edit.party(),
                edit.area(),
                edit.obligations(),
                edit.parent(),
                edit.seen());
    }

    static ActivityEdit blank(String name, String duration, String waits) {
        return new ActivityEdit(
                name,
                duration,
                "",
                "",
                "",
                "",
                "",
                "",
                Constraint.Kind.AS_SOON_AS_POSSIBLE,
                "",
                "",
                waits,
                null,
                null,
                "",
                null,
                0);
    }
}
