package org.fram.app.platform.identity;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.start.OpenIdProvider;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signing in with an account at a provider, and linking it with one's account here.
///
/// Whom a provider calls by a subject that is linked is that person. Otherwise it is whoever has the e-mail address,
/// where
/// the provider has verified it and answers for its domain; and where it may make accounts, a new one.
@Component
class SigningInWithProvider {

    /// What a proof is about.
    static final String ABOUT = "providers";

    private final List<OpenIdProvider> providers;
    private final OpenIdConnect talk;
    private final ProviderAttempts attempts;
    private final Transactions transactions;
    private final People people;
    private final AddingPeople adding;
    private final Reauthentication reauthentication;

    SigningInWithProvider(
            Settings settings,
            OpenIdConnect talk,
            ProviderAttempts attempts,
            Transactions transactions,
            People people,
            AddingPeople adding,
            Reauthentication reauthentication) {
        this.providers = settings.identity().providers();
        this.talk = talk;
        this.attempts = attempts;
        this.transactions = transactions;
        this.people = people;
        this.adding = adding;
        this.reauthentication = reauthentication;
    }

    /// What came of it.
    sealed interface Outcome {

        /// The browser goes there.
        record GoThere(URI address) implements Outcome {}

        record Welcome(PersonId person, String word) implements Outcome {}

        record Linked() implements Outcome {}

        record Unlinked() implements Outcome {}

        /// A part of the text's key says why.
        record Refused(String why) implements Outcome {}

        /// They did not show who they are.
        record NotProven(Text reason) implements Outcome {}
    }

    List<OpenIdProvider> all() {
        return providers;
    }

    Optional<OpenIdProvider> provider(String id) {
        return providers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Sends a browser there to sign in.
    ///
    /// @param browser a random text that it keeps until it is back
    Outcome begin(OpenIdProvider provider, String browser) {
        return begin(provider, browser, null);
    }

    /// Sends a browser there to link accounts.
    Outcome beginLink(Actor.Person me, Reauthentication.Proof proof, OpenIdProvider provider, String browser) {
        return reauthentication.confirm(me, proof, ABOUT) instanceof Reauthentication.Outcome.Refused(var reason)
                ? new Outcome.NotProven(reason)
                : begin(provider, browser, me.id());
    }

    private Outcome begin(OpenIdProvider provider, String browser, @Nullable PersonId person) {
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        try {
            var address = talk.wayThere(provider, state, nonce, verifier);
            var attempt = new ProviderAttempts.Attempt(provider.id(), nonce.getValue(), verifier.getValue(), person);
            transactions.run(SigningIn.TASK, () -> attempts.begin(state.getValue(), browser, attempt));
            return new Outcome.GoThere(address);
        } catch (OpenIdConnect.ProviderDownException down) {
            return new Outcome.Refused("down");
        }
    }

    /// Ends the way there and back.
    ///
    /// @param code that it brings, or empty where the provider refused
    /// @param me who is signed in, or null
    Outcome end(OpenIdProvider provider, String state, String browser, String code, @Nullable PersonId me) {
        var attempt = transactions.<Optional<ProviderAttempts.Attempt>>as(
                SigningIn.TASK, () -> attempts.end(state, browser, provider.id()));
        if (attempt.isEmpty()) {
            return new Outcome.Refused("late");
        }
        if (code.isEmpty()) {
            return new Outcome.Refused("no");
        }
        OpenIdConnect.Word word;
        try {
            word = talk.word(
                    provider, code, attempt.get().nonce(), attempt.get().verifier());
        } catch (OpenIdConnect.ProviderDownException down) {
            return new Outcome.Refused("down");
        } catch (OpenIdConnect.NotBelievedException wrong) {
            return new Outcome.Refused("unbelieved");
        }
        var person = attempt.get().person();
        return person == null ? signIn(provider, word) : link(word, person, me);
    }

    private Outcome link(OpenIdConnect.Word word, PersonId person, @Nullable PersonId me) {
        if (!person.equals(me)) {
            return new Outcome.Refused("late");
        }
        return transactions.<Boolean>as(SigningIn.TASK, () -> attempts.link(word.issuer(), word.subject(), person))
                ? new Outcome.Linked()
                : new Outcome.Refused("taken");
    }

    private Outcome signIn(OpenIdProvider provider, OpenIdConnect.Word word) {
        var linked = transactions.<Optional<PersonId>>as(
                SigningIn.TASK, () -> attempts.linked(word.issuer(), word.subject()));
        if (linked.isPresent()) {
            return new Outcome.Welcome(linked.get(), word.word());
        }
        if (word.email().isEmpty()) {
            return new Outcome.Refused("unverified");
        }
        if (!provider.answersFor(word.email())) {
            return new Outcome.Refused("unknown");
        }
        var known = transactions
                .<Optional<Person>>as(SigningIn.TASK, () -> people.byEmail(word.email()))
                .map(Person::id)
                .or(() -> provider.makesAccounts() ? make(word) : Optional.empty());
        if (known.isEmpty()) {
            return new Outcome.Refused("unknown");
        }
        // Whoever is linked to another subject of this provider is not this one, whatever their address.
        return transactions.<Boolean>as(SigningIn.TASK, () -> attempts.link(word.issuer(), word.subject(), known.get()))
                ? new Outcome.Welcome(known.get(), word.word())
                : new Outcome.Refused("taken");
    }

    /// An account without a password.
    private Optional<PersonId> make(OpenIdConnect.Word word) {
        String name = word.name().isEmpty() ? word.email() : word.name();
        return adding.addWithoutPassword(word.email(), name);
    }

    /// Since when one is linked, by the id of the provider.
    Map<String, Instant> links(Actor.Person me) {
        return transactions.as(me, () -> attempts.of(me.id()));
    }

    Outcome unlink(Actor.Person me, Reauthentication.Proof proof, OpenIdProvider provider) {
        // It takes a proof, so that nobody locks themselves out: whoever has no other way in has none.
        return switch (reauthentication.confirm(me, proof, ABOUT)) {
            case Reauthentication.Outcome.Confirmed _ -> {
                transactions.run(me, () -> attempts.unlink(provider.issuer().toString(), me.id()));
                yield new Outcome.Unlinked();
            }
            case Reauthentication.Outcome.Refused(var reason) -> new Outcome.NotProven(reason);
        };
    }
}
