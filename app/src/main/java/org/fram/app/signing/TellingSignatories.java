package org.fram.app.signing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people that it is their turn to sign, and whoever asked how it ended; in the transaction in which it came
/// about.
@Component
class TellingSignatories {

    private static final NoticeKind SIGNATURES = NoticeKind.chosen("signatures", Delivery.AT_ONCE);

    private final Notices notices;
    private final Engagements engagements;
    private final SigningAuthorities authorities;
    private final InstantSource clock;

    TellingSignatories(Notices notices, Engagements engagements, SigningAuthorities authorities, InstantSource clock) {
        this.notices = notices;
        this.engagements = engagements;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Bean
    static NoticeKind signatureNotices() {
        return SIGNATURES;
    }

    @EventListener
    void tell(SignaturesAsked asked) {
        var request = asked.request();
        var zone = engagements.get(request.engagement()).timeZone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var last = LocalDate.ofInstant(request.expires().minusMillis(1), zone);
        for (var signatory : asked.next()) {
            tellTurn(request, signatory.person(), signatory.id(), last);
            authorities.deputies(request.engagement()).stream()
                    .filter(deputy -> deputy.person().equals(signatory.person()) && deputy.holds(today))
                    .forEach(deputy -> tellTurn(request, deputy.deputy(), signatory.id(), last));
        }
    }

    @EventListener
    void tell(SignaturesEnded ended) {
        var request = ended.request();
        String state = request.kept().code();
        var path = path(request);
        notices.give(Notice.to(
                        request.askedBy(),
                        SIGNATURES,
                        "signatures-ended " + request.id(),
                        Text.of("signing.told." + state, request.title()),
                        Text.of("signing.toldText." + state, request.title()),
                        path)
                .in(request.engagement()));
    }

    private void tellTurn(SignatureRequest request, PersonId person, UUID signatory, LocalDate last) {
        notices.give(Notice.to(
                        person,
                        SIGNATURES,
                        "signature-turn " + signatory,
                        Text.of("signing.told.turn", request.title()),
                        Text.of("signing.toldText.turn", request.title(), last),
                        path(request))
                .in(request.engagement())
                .until(request.expires()));
    }

    private static String path(SignatureRequest request) {
        return "/engagements/" + request.engagement() + "/signatures/" + request.id();
    }
}
