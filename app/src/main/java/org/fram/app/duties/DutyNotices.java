package org.fram.app.duties;

import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.NoticeKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The kinds of notices that this module gives.
@Configuration(proxyBeanMethods = false)
class DutyNotices {

    /// Somebody is asked for their yes, or objects.
    static final NoticeKind DUTIES = NoticeKind.chosen("duties", Delivery.AT_ONCE);

    /// Something becomes due, or is overdue.
    static final NoticeKind REMINDERS = NoticeKind.chosen("reminders", Delivery.AT_ONCE);

    @Bean
    static NoticeKind dutiesNoticeKind() {
        return DUTIES;
    }

    @Bean
    static NoticeKind remindersNoticeKind() {
        return REMINDERS;
    }
}
