package org.fram.app.platform.notices;

import static java.util.stream.Collectors.toMap;
import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// How one is told: a part of one's own account.
@Controller
@RequestMapping(NoticeSettingsController.ADDRESS)
class NoticeSettingsController {

    static final String ADDRESS = "/account/notices";

    /// What the names of fields begin with that say how a kind goes.
    static final String KIND = "kind.";

    private final Transactions transactions;
    private final Wishes wishes;
    private final Notices notices;
    private final List<NoticeKind> kinds;
    private final ChoosingDelivery choosing;
    private final Templates templates;

    NoticeSettingsController(
            Transactions transactions,
            Wishes wishes,
            Notices notices,
            List<NoticeKind> kinds,
            ChoosingDelivery choosing,
            Templates templates) {
        this.transactions = transactions;
        this.wishes = wishes;
        this.notices = notices;
        this.kinds = kinds;
        this.choosing = choosing;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @RequestParam Map<String, String> parameters) {
        return page(frame, me, "", parameters.containsKey("saved"));
    }

    @PostMapping
    View choose(
            Frame frame,
            Actor.Person me,
            @RequestParam String zone,
            @RequestParam Preferences.Rhythm rhythm,
            @RequestParam int weekday,
            @RequestParam int hour,
            @RequestParam String quietFrom,
            @RequestParam String quietTo,
            @RequestParam Map<String, String> all) {
        var choices = all.entrySet().stream()
                .filter(field -> field.getKey().startsWith(KIND))
                .collect(toMap(field -> field.getKey().substring(KIND.length()), Map.Entry::getValue));
        var wish = new ChoosingDelivery.Wish(zone, rhythm, weekday, hour, quietFrom, quietTo, choices);
        return switch (choosing.choose(me, wish)) {
            case ChoosingDelivery.Outcome.Chosen() -> new RedirectView(ADDRESS + "?saved");
            case ChoosingDelivery.Outcome.Refused(var reason) -> page(frame, me, frame.text(reason), false);
        };
    }

    private View page(Frame frame, Actor.Person me, String refusal, boolean saved) {
        return html(templates.noticesSettings(
                frame,
                transactions.as(
                        me,
                        () -> NoticeSettingsPage.of(
                                frame, wishes.of(me.id()), kinds, notices.mails(), refusal, saved))));
    }
}
