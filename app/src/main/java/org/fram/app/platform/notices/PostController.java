package org.fram.app.platform.notices;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Whether mail goes, for administrators.
@Controller
@RequestMapping("/mail")
class PostController {

    private static final NoticeKind TRIAL = NoticeKind.always("trial");

    private final Transactions transactions;
    private final Outbox outbox;
    private final Postman postman;
    private final Notices notices;
    private final Templates templates;

    PostController(Transactions transactions, Outbox outbox, Postman postman, Notices notices, Templates templates) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.postman = postman;
        this.notices = notices;
        this.templates = templates;
    }

    @Bean
    static NoticeKind trialNotices() {
        return TRIAL;
    }

    @GetMapping
    View show(Frame frame, @RequestParam Map<String, String> parameters) {
        return html(templates.noticesPost(
                frame,
                PostPage.of(frame, notices.mails(), outbox.state(), postman.reach(), parameters.containsKey("asked"))));
    }

    /// Sends a mail to whoever asks.
    @PostMapping("/trial")
    View trial(Actor.Person me) {
        transactions.run(
                me,
                () -> notices.give(Notice.to(
                        me.id(),
                        TRIAL,
                        "trial " + UUID.randomUUID(),
                        Text.of("notices.trial.subject"),
                        Text.of("notices.trial.text"),
                        "/mail")));
        return new RedirectView("/mail?asked");
    }
}
