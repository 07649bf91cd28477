package org.fram.app.platform.api;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Letting a program act as oneself.
@Component
public class MakingToken {

    private static final int LONGEST_NAME = 100;
    private static final int MOST = 50;

    private final Transactions transactions;
    private final Authority authority;
    private final ApiTokens tokens;
    private final InstantSource clock;

    MakingToken(Transactions transactions, Authority authority, ApiTokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// What the program is to be allowed.
    ///
    /// @param engagements for which it is good, or null for all, those to come among them
    /// @param expires the day, in UTC, at whose end it is good no more
    public record Wish(
            String name, Set<Scope> scopes, @Nullable Set<EngagementId> engagements, LocalDate expires) {

        public Wish {
            scopes = Set.copyOf(scopes);
            engagements = engagements == null ? null : Set.copyOf(engagements);
        }
    }

    /// What came of it.
    public sealed interface Outcome {

        /// There is one.
        ///
        /// @param secret what the program shows; it is told this once
        record Made(ApiToken token, String secret) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Makes one, or says why not.
    public Outcome make(Actor.Person me, Wish wish) {
        return transactions.<Outcome>as(
                me,
                () -> refuse(me, wish).<Outcome>map(Outcome.Refused::new).orElseGet(() -> {
                    String secret = TokenSecret.next();
                    var token = new ApiToken(
                            Ids.next(),
                            me.id(),
                            wish.name().strip(),
                            wish.scopes(),
                            wish.engagements(),
                            clock.instant(),
                            wish.expires().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                            null);
                    tokens.add(token, secret);
                    return new Outcome.Made(token, secret);
                }));
    }

    /// The last day that can be chosen.
    public LocalDate latest() {
        return today().plusYears(1);
    }

    private Optional<Text> refuse(Actor.Person me, Wish wish) {
        if (wish.name().isBlank() || wish.name().strip().length() > LONGEST_NAME) {
            return Optional.of(Text.of("api.token.refused.name", LONGEST_NAME));
        }
        if (wish.scopes().isEmpty()) {
            return Optional.of(Text.of("api.token.refused.scopes"));
        }
        if (wish.expires().isBefore(today()) || wish.expires().isAfter(latest())) {
            return Optional.of(Text.of("api.token.refused.expires"));
        }
        var engagements = wish.engagements();
        if (engagements != null && engagements.isEmpty()) {
            return Optional.of(Text.of("api.token.refused.engagements"));
        }
        if (engagements != null) {
            engagements.forEach(engagement -> authority.require(me, Act.SEE, engagement));
        }
        return tokens.count(me.id()) >= MOST ? Optional.of(Text.of("api.token.refused.many", MOST)) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
