package org.fram.app.platform.notices;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Kinds of notices that only tests give.
@Configuration(proxyBeanMethods = false)
class Rehearsals {

    static final NoticeKind AT_ONCE = NoticeKind.chosen("rehearsal-at-once", Delivery.AT_ONCE);
    static final NoticeKind DIGEST = NoticeKind.chosen("rehearsal-digest", Delivery.DIGEST);
    static final NoticeKind ALWAYS = NoticeKind.always("rehearsal-always");

    @Bean
    static NoticeKind rehearsedAtOnce() {
        return AT_ONCE;
    }

    @Bean
    static NoticeKind rehearsedDigest() {
        return DIGEST;
    }

    @Bean
    static NoticeKind rehearsedAlways() {
        return ALWAYS;
    }
}
