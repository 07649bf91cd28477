package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.KNOWN_BROWSER;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Browsers in which people have signed in before. Of a sign-in from another one they are told, as it may not
/// be them. Is asked within a transaction of the task `sign-in`.
@Component
class KnownBrowsers {

    static final Duration REMEMBERED = Duration.ofDays(400);

    private static final NoticeKind SIGN_INS = NoticeKind.chosen("sign-ins", Delivery.AT_ONCE);
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final Notices notices;
    private final InstantSource clock;

    KnownBrowsers(DSLContext database, Notices notices, InstantSource clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind signInNotices() {
        return SIGN_INS;
    }

    /// Notes that somebody signs in, and tells them where the browser is not known. Their first is told to
    /// nobody.
    ///
    /// @param token that the browser has, if any
    /// @param browser its name, or empty
    /// @return the token that it keeps
    String meet(PersonId person, Optional<String> token, String browser) {
        String kept = token.orElseGet(this::fresh);
        String hash = Hashes.sha256(kept);
        var now = clock.instant();
        database.deleteFrom(KNOWN_BROWSER)
                .where(KNOWN_BROWSER.SEEN.lt(now.minus(REMEMBERED)))
                .execute();
        var others = KNOWN_BROWSER.PERSON_ID.eq(person.value()).and(KNOWN_BROWSER.TOKEN_HASH.ne(hash));
        boolean fresh = database.update(KNOWN_BROWSER)
                        .set(KNOWN_BROWSER.SEEN, now)
                        .where(KNOWN_BROWSER.PERSON_ID.eq(person.value()))
                        .and(KNOWN_BROWSER.TOKEN_HASH.eq(hash))
                        .execute()
                == 0;
        if (fresh) {
            database.insertInto(KNOWN_BROWSER)
                    .set(KNOWN_BROWSER.PERSON_ID, person.value())
                    .set(KNOWN_BROWSER.TOKEN_HASH, hash)
                    .set(KNOWN_BROWSER.SEEN, now)
                    .execute();
            if (database.fetchExists(KNOWN_BROWSER, others)) {
                notices.give(Notice.to(
                        person,
                        SIGN_INS,
                        "sign-in %s".formatted(hash),
                        browser.isEmpty()
                                ? Text.of("identity.told.signIn")
                                : Text.of("identity.told.signInFrom", browser),
                        Text.of("identity.told.signInText", now),
                        AccountController.ADDRESS));
            }
        }
        return kept;
    }

    private String fresh() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
