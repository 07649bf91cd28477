package org.fram.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Link;
import org.jspecify.annotations.Nullable;

/// What an activity waits for, as planning programs write it: `12; 14SS+2d; 15FF-4h`. A number alone
/// lets it begin when the other has finished; an `e` before the unit lets days and nights pass (`+3ed`).
public final class Waits {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<code>.+?)(?<type>FS|SS|FF|SF)?(?:\\s*(?<sign>[+-])\\s*(?<lag>[\\d.]+)\\s*(?<elapsed>e)?(?<unit>m|h|d|w))?");
    private static final Lengths ELAPSED = new Lengths(24 * 60);

    private Waits() {}

    /// What was read.
    sealed interface Reading {

        record Read(List<PlannedLink> links) implements Reading {}

        record Refused(Text reason) implements Reading {}
    }

    /// Reads what somebody wrote.
    static Reading read(String text, UUID activity, KeptPlan plan) {
        var links = new ArrayList<PlannedLink>();
        for (String part : text.split("[;,\n]")) {
            String one = part.strip();
            if (one.isEmpty()) {
                continue;
            }
            var link = link(one, activity, plan);
            if (link == null) {
                return new Reading.Refused(Text.of("plan.refused.waits", one));
            }
            if (links.stream()
                    .noneMatch(known -> known.before().equals(link.before()) && known.type() == link.type())) {
                links.add(link);
            }
        }
        return new Reading.Read(links);
    }

    /// Writes what an activity waits for.
    public static String write(KeptPlan plan, UUID activity) {
        return plan.before(activity).stream().map(link -> write(plan, link)).collect(Collectors.joining("; "));
    }

    private static String write(KeptPlan plan, PlannedLink link) {
        String code = plan.find(link.before()).map(PlannedActivity::code).orElse("?");
        String type = link.type() == Link.Type.FINISH_START && link.lag() == 0 ? "" : letters(link.type());
        if (link.lag() == 0) {
            return code + type;
        }
        boolean elapsed = link.lagCalendar() == null;
        String length = elapsed
                ? ELAPSED.write(Math.abs(link.lag()))
                : Lengths.of(plan.basis().calendar(link.lagCalendar())).write(Math.abs(link.lag()));
        if (elapsed) {
            length = length.substring(0, length.length() - 1) + "e" + length.substring(length.length() - 1);
        }
        return code + type + (link.lag() < 0 ? "-" : "+") + length;
    }

    private static String letters(Link.Type type) {
        return switch (type) {
            case FINISH_START -> "FS";
            case START_START -> "SS";
            case FINISH_FINISH -> "FF";
            case START_FINISH -> "SF";
        };
    }

    private static @Nullable PlannedLink link(String written, UUID activity, KeptPlan plan) {
        var whole = plan.find(written);
        if (whole.isPresent()) {
            return new PlannedLink(
                    whole.get().id(),
                    activity,
                    Link.Type.FINISH_START,
                    0,
                    plan.basis().calendar().name());
        }
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return null;
        }
        var before = plan.find(parts.group("code").strip());
        if (before.isEmpty()) {
            return null;
        }
        var type = parts.group("type") == null ? Link.Type.FINISH_START : type(parts.group("type"));
        if (parts.group("lag") == null) {
            return new PlannedLink(
                    before.get().id(),
                    activity,
                    type,
                    0,
                    plan.basis().calendar().name());
        }
        boolean elapsed = parts.group("elapsed") != null;
        var calendar = plan.basis().calendar();
        var lag = (elapsed ? ELAPSED : Lengths.of(calendar)).read(parts.group("lag") + parts.group("unit"));
        if (lag.isEmpty()) {
            return null;
        }
        return new PlannedLink(
                before.get().id(),
                activity,
                type,
                parts.group("sign").equals("-") ? -lag.getAsLong() : lag.getAsLong(),
                elapsed ? null : calendar.name());
    }

    private static Link.Type type(String written) {
        return switch (written) {
            case "SS" -> Link.Type.START_START;
            case "FF" -> Link.Type.FINISH_FINISH;
            case "SF" -> Link.Type.START_FINISH;
            default -> Link.Type.FINISH_START;
        };
    }
}
