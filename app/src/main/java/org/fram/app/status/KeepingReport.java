package org.fram.app.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Light;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.notices.Recipient;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Keeping the status report of an engagement as it is now, and telling those who steer it: sponsors, the steering
/// committee and project managers of all sides.
@Component
public class KeepingReport {

    private static final NoticeKind REPORTS = NoticeKind.chosen("status-reports", Delivery.AT_ONCE);
    private static final Set<ProjectRole> READERS =
            Set.of(ProjectRole.SPONSOR, ProjectRole.STEERING_COMMITTEE, ProjectRole.PROJECT_MANAGER);

    private final Transactions transactions;
    private final Authority authority;
    private final StatusNow now;
    private final StatusReports reports;
    private final Members members;
    private final Notices notices;
    private final Texts words = Texts.in(Locale.UK);

    KeepingReport(
            Transactions transactions,
            Authority authority,
            StatusNow now,
            StatusReports reports,
            Members members,
            Notices notices) {
        this.transactions = transactions;
        this.authority = authority;
        this.now = now;
        this.reports = reports;
        this.members = members;
        this.notices = notices;
    }

    @Bean
    static NoticeKind statusNotices() {
        return REPORTS;
    }

    /// Keeps it on behalf of somebody.
    ///
    /// @return its number
    public int keep(Actor.Person me, EngagementId engagement) {
        transactions.run(me, () -> authority.require(me, Act.REPORT_STATUS, engagement));
        return transactions.as(new Actor.InCommon(me.id()), () -> keep(engagement, me.id()));
    }

    /// Keeps it, as its day has come or somebody asks. Is called within a transaction of somebody who sees what all of
    /// the engagement see.
    int keep(EngagementId engagement, @Nullable PersonId by) {
        var report = now.of(engagement, words);
        int number = reports.keep(engagement, report, by);
        for (var member : readers(engagement)) {
            if (!member.person().equals(by)) {
                notices.give(notice(engagement, number, report, member));
            }
        }
        return number;
    }

    /// Whom a report is sent to. Is asked within a transaction.
    public List<Member> readers(EngagementId engagement) {
        return members.of(engagement).stream()
                .filter(member -> member.does().stream().anyMatch(READERS::contains))
                .toList();
    }

    private static Notice notice(EngagementId engagement, int number, StatusReport report, Member member) {
        var text = new ArrayList<Text>();
        for (var area : report.areas()) {
            if (area.light() == Light.RED || area.light() == Light.AMBER) {
                text.add(Text.of(
                        "status.notice.area",
                        Text.of("status.light." + area.light().code()),
                        area.title(),
                        area.because()));
            }
        }
        if (text.isEmpty()) {
            text.add(Text.of("status.notice.nothing"));
        }
        return new Notice(
                new Recipient.Account(member.person()),
                engagement,
                REPORTS,
                "status-report %s %d".formatted(engagement, number),
                report.probability()
                        .map(percent -> Text.of(
                                "status.notice.subject",
                                report.engagement(),
                                Text.of("status.light." + report.light().code()),
                                percent))
                        .orElseGet(() -> Text.of(
                                "status.notice.subjectUnknown",
                                report.engagement(),
                                Text.of("status.light." + report.light().code()))),
                text,
                "%s/status/reports/%d".formatted(EngagementHeads.address(engagement), number),
                null,
                null);
    }
}
