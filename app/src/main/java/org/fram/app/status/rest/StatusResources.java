package org.fram.app.status.rest;

import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.api.PageWish;
import org.fram.app.platform.texts.Texts;
import org.fram.app.status.KeepingReport;
import org.fram.app.status.StatusNow;
import org.fram.app.status.StatusReports;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// How an engagement stands now, and how it stood when reports were kept.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/status", about = "Status reports")
class StatusResources {

    private final Transactions transactions;
    private final Authority authority;
    private final StatusNow now;
    private final StatusReports reports;
    private final KeepingReport keeping;
    private final Texts words = Texts.in(Locale.UK);

    StatusResources(
            Transactions transactions,
            Authority authority,
            StatusNow now,
            StatusReports reports,
            KeepingReport keeping) {
        this.transactions = transactions;
        this.authority = authority;
        this.now = now;
        this.reports = reports;
        this.keeping = keeping;
    }

    @GetMapping
    @Operation(value = "How an engagement stands", more = "By what all of it see; nothing that is private to a party.")
    ResponseEntity<StatusJson> readStatus(Actor.Person me, @PathVariable EngagementId engagement) {
        return ResponseEntity.ok(inCommon(me, engagement, () -> StatusJson.of(now.of(engagement, words))));
    }

    @GetMapping("/reports")
    @Operation(value = "Status reports that were kept", more = "The newest first.", paged = true)
    ResponseEntity<Page<KeptStatusJson>> listStatusReports(
            Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = inCommon(
                me,
                engagement,
                () -> reports.of(engagement).stream().map(KeptStatusJson::of).toList());
        return page.of(all, one -> Integer.toString(one.number()));
    }

    @GetMapping("/reports/{report}")
    @Operation(value = "A status report that was kept", more = "It says what was so on its day.")
    ResponseEntity<StatusJson> readStatusReport(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable int report) {
        return ResponseEntity.ok(inCommon(me, engagement, () -> StatusJson.of(reports.get(engagement, report))));
    }

    @PostMapping("/reports")
    @Operation(
            value = "Keep a status report and send it",
            more = "Sponsors, the steering committee and project managers are told.",
            status = 201)
    ResponseEntity<StatusJson> keepStatusReport(Actor.Person me, @PathVariable EngagementId engagement) {
        int number = keeping.keep(me, engagement);
        return ResponseEntity.created(
                        URI.create("%s/engagements/%s/status/reports/%d".formatted(Api.ROOT, engagement, number)))
                .body(inCommon(me, engagement, () -> StatusJson.of(reports.get(engagement, number))));
    }

    private <T> T inCommon(Actor.Person me, EngagementId engagement, Supplier<T> read) {
        transactions.run(me, () -> authority.require(me, Act.SEE, engagement));
        return transactions.as(new Actor.InCommon(me.id()), read);
    }
}
