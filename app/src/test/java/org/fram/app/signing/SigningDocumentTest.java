package org.fram.app.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fram.schema.signing.Tables;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.Reauthentication;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.ledger.Recorded;
import org.fram.app.platform.register.Money;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningDocumentTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Currency USD = Currency.getInstance("USD");

    private static final Reauthentication.Proof PASSWORD = Reauthentication.Proof.password(TestPerson.PASSWORD);

    private final AskingForSignatures asking = APP.get(AskingForSignatures.class);
    private final SigningDocument signing = APP.get(SigningDocument.class);
    private final GivingAuthority giving = APP.get(GivingAuthority.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final TestPerson vendor = APP.person("Sponsor of the vendor");

    @BeforeEach
    void bothSidesMaySignChangeOrders() {
        join(vendor, Role.MANAGER);
        give(customer, customer.id(), Matter.CHANGE_ORDER, null);
        give(vendor, vendor.id(), Matter.CHANGE_ORDER, usd("50000"));
    }

    @Test
    void whatAllSignedIsSignedAndStandsInTheLedger() {
        var request = ask(true, customer, vendor);

        assertThat(sign(customer, request)).isEqualTo(new SigningDocument.Outcome.Done());
        assertThat(state(request)).isEqualTo(SignatureRequest.State.OPEN);
        assertThat(sign(vendor, request)).isEqualTo(new SigningDocument.Outcome.Done());

        assertThat(state(request)).isEqualTo(SignatureRequest.State.SIGNED);
        assertThat(deeds()).startsWith("signed", "signed", "signatures-asked");
    }

    @Test
    void inOrderTheSecondWaitsForTheFirst() {
        var request = ask(true, customer, vendor);

        assertThat(refusal(sign(vendor, request))).isEqualTo("signing.refused.turn");
        sign(customer, request);
        assertThat(sign(vendor, request)).isEqualTo(new SigningDocument.Outcome.Done());
    }

    @Test
    void withoutOrderAnybodySignsFirst() {
        var request = ask(false, customer, vendor);

        assertThat(sign(vendor, request)).isEqualTo(new SigningDocument.Outcome.Done());
    }

    @Test
    void aWrongPasswordOrOtherBytesSignNothing() {
        var request = ask(false, customer, vendor);

        assertThat(refusal(signing.sign(
                        customer.actor(),
                        place(customer, request),
                        sha(request),
                        Reauthentication.Proof.password("not it"))))
                .isEqualTo("identity.again.wrongPassword");
        assertThat(refusal(signing.sign(customer.actor(), place(customer, request), "0".repeat(64), PASSWORD)))
                .isEqualTo("signing.refused.seen");
        assertThat(get(request).signed()).isZero();
    }

    @Test
    void aDocumentThatIsDamagedOnTheDiskIsNotSigned() throws Exception {
        var request = ask(false, customer);
        var path = APP.get(ContentStore.class).path(file(request).content());
        var whole = Files.readAllBytes(path);
        try {
            path.toFile().setWritable(true);
            Files.writeString(path, "Something else.");

            assertThat(refusal(sign(customer, request))).isEqualTo("signing.refused.damaged");
        } finally {
            Files.write(path, whole);
        }
    }

    @Test
    void nobodySignsTwiceOrAfterARefusal() {
        var request = ask(false, customer, vendor);
        sign(customer, request);

        assertThat(refusal(sign(customer, request))).isEqualTo("signing.refused.already");
        assertThat(signing.refuse(vendor.actor(), place(vendor, request), "Clause 4 is open."))
                .isEqualTo(new SigningDocument.Outcome.Done());

        assertThat(state(request)).isEqualTo(SignatureRequest.State.REFUSED);
        assertThat(get(request).signatories().getLast().reason()).isEqualTo("Clause 4 is open.");
        assertThat(refusal(sign(vendor, request))).isEqualTo("signing.refused.already");
    }

    @Test
    void aRefusalHasAReason() {
        var request = ask(false, customer);

        assertThat(refusal(signing.refuse(customer.actor(), place(customer, request), "  ")))
                .isEqualTo("signing.refused.reason");
    }

    @Test
    void afterItsLastDayNobodySigns() {
        var request = ask(false, customer);

        assertThat(get(request).state(get(request).expires())).isEqualTo(SignatureRequest.State.EXPIRED);
        assertThat(get(request).next(get(request).expires())).isEmpty();
        // The clock of the database plays no part: it takes the time that the application says.
        assertThatThrownBy(() -> customer.asks(() -> {
                    APP.get(SignatureRequests.class)
                            .sign(
                                    place(customer, request).signatory(),
                                    customer.id(),
                                    Signatory.Means.PASSWORD,
                                    sha(request),
                                    get(request).expires());
                    return true;
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void whoIsNotAskedDoesNotSignEvenByHand() {
        var request = ask(false, customer);
        var place = place(customer, request);

        assertThatThrownBy(() -> signing.sign(vendor.actor(), place, sha(request), PASSWORD))
                .isInstanceOf(NotFoundException.class);
        String sha256 = sha(request);
        // Row security lets no row through to change.
        vendor.asks(() -> {
            APP.get(SignatureRequests.class)
                    .sign(place.signatory(), vendor.id(), Signatory.Means.PASSWORD, sha256, Instant.now());
            return true;
        });
        assertThat(get(request).signed()).isZero();
    }

    @Test
    void theDatabaseKeepsWhatWasSignedAsItIs() {
        var request = ask(false, customer);
        sign(customer, request);
        var database = APP.get(DSLContext.class);

        assertThatThrownBy(() -> customer.asks(() -> database.update(Tables.REQUEST)
                        .set(Tables.REQUEST.TITLE, "Another title")
                        .where(Tables.REQUEST.ID.eq(request.value()))
                        .execute()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> customer.asks(() -> database.deleteFrom(Tables.SIGNATORY)
                        .where(Tables.SIGNATORY.REQUEST_ID.eq(request.value()))
                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> sign(customer, request, "0".repeat(64))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoSignaturesAtOnceAreBothThere() throws Exception {
        for (int round = 0; round < 5; round++) {
            var request = ask(false, customer, vendor);

            assertThat(atOnce(() -> sign(customer, request), () -> sign(vendor, request)))
                    .containsOnly(new SigningDocument.Outcome.Done());
            assertThat(state(request)).isEqualTo(SignatureRequest.State.SIGNED);
        }
    }

    @Test
    void theSameSignatureTwiceAtOnceIsGivenOnce() throws Exception {
        var request = ask(false, customer, vendor);

        var outcomes = atOnce(() -> sign(customer, request), () -> sign(customer, request));

        assertThat(outcomes)
                .filteredOn(SigningDocument.Outcome.Done.class::isInstance)
                .hasSize(1);
        assertThat(get(request).signed()).isEqualTo(1);
        assertThat(deeds()).filteredOn("signed"::equals).hasSize(1);
    }

    @Test
    void authorityReachesForItsMatterAmountAndCurrency() {
        assertThat(asked(Matter.ACCEPTANCE, null, vendor)).isEqualTo("signing.ask.refused.authority");
        assertThat(asked(Matter.CHANGE_ORDER, usd("50000.01"), vendor)).isEqualTo("signing.ask.refused.authority");
        assertThat(asked(Matter.CHANGE_ORDER, sum("10", "EUR"), vendor)).isEqualTo("signing.ask.refused.authority");
        assertThat(asked(Matter.CHANGE_ORDER, usd("50000"), vendor)).isEmpty();
        assertThat(asked(Matter.CHANGE_ORDER, sum("900000", "EUR"), customer)).isEmpty();
    }

    @Test
    void whoseAuthorityIsTakenBackSignsNoMore() {
        var request = ask(false, vendor);
        var given = vendor.asks(() -> APP.get(SigningAuthorities.class).of(engagement.id())).stream()
                .filter(one -> one.person().equals(vendor.id()))
                .findFirst()
                .orElseThrow();

        giving.withdraw(vendor.actor(), engagement.id(), given.id());

        assertThat(refusal(sign(vendor, request))).isEqualTo("signing.refused.authority");
        assertThat(signing.refuse(vendor.actor(), place(vendor, request), "Not mine to sign."))
                .isEqualTo(new SigningDocument.Outcome.Done());
    }

    @Test
    void onePartyGivesNoAuthorityForAnother() {
        assertThatThrownBy(() -> giving.give(customer.actor(), engagement.id(), vendor.id(), Matter.GATE, null))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> customer.asks(() -> {
                    APP.get(SigningAuthorities.class)
                            .give(
                                    engagement.id(),
                                    new SigningAuthority(
                                            java.util.UUID.randomUUID(),
                                            engagement.vendorParty(),
                                            vendor.id(),
                                            Matter.GATE,
                                            null),
                                    customer.id());
                    return true;
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void aDeputySignsInTheirDaysAndTheLedgerSaysForWhom() {
        var deputy = APP.person("Deputy");
        join(deputy, Role.VIEWER);
        var request = ask(false, vendor);
        var today = LocalDate.now(ZoneOffset.UTC);
        var place = place(vendor, request);

        assertThatThrownBy(() -> signing.sign(deputy.actor(), place, sha(request), PASSWORD))
                .isInstanceOf(NotFoundException.class);
        giving.nameDeputy(
                vendor.actor(), engagement.id(), vendor.id(), deputy.id(), today.plusDays(5), today.plusDays(9));
        assertThatThrownBy(() -> signing.sign(deputy.actor(), place, sha(request), PASSWORD))
                .isInstanceOf(NotFoundException.class);
        giving.nameDeputy(
                vendor.actor(), engagement.id(), vendor.id(), deputy.id(), today.minusDays(1), today.plusDays(1));

        assertThat(signing.sign(deputy.actor(), place, sha(request), PASSWORD))
                .isEqualTo(new SigningDocument.Outcome.Done());
        assertThat(get(request).signatories().getFirst().doneBy()).isEqualTo(deputy.id());
        assertThat(customer.asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 1)))
                .first()
                .satisfies(entry -> assertThat(details(entry).what())
                        .containsEntry("inPlaceOf", vendor.id().toString()));
    }

    @Test
    void aDeputyIsSomebodyElseOfTheSamePartyOnDaysInOrder() {
        var today = LocalDate.now(ZoneOffset.UTC);

        assertThat(refusal(giving.nameDeputy(vendor.actor(), engagement.id(), vendor.id(), vendor.id(), today, today)))
                .isEqualTo("signing.deputy.refused.self");
        assertThat(refusal(
                        giving.nameDeputy(vendor.actor(), engagement.id(), vendor.id(), customer.id(), today, today)))
                .isEqualTo("signing.deputy.refused.party");
        assertThat(refusal(giving.nameDeputy(
                        vendor.actor(),
                        engagement.id(),
                        vendor.id(),
                        engagement.vendor().id(),
                        today,
                        today.minusDays(1))))
                .isEqualTo("signing.deputy.refused.days");
    }

    @Test
    void aRequestThatIsWithdrawnIsNotSigned() {
        var request = ask(false, customer, vendor);

        asking.withdraw(customer.actor(), engagement.id(), request);

        assertThat(state(request)).isEqualTo(SignatureRequest.State.WITHDRAWN);
        assertThat(refusal(sign(vendor, request))).isEqualTo("signing.refused.ended");
    }

    @Test
    void whatIsPrivateToAPartyIsNotSentToTheOther() {
        var wish = new AskingForSignatures.Wish(
                "Internal", Matter.CHANGE_ORDER, null, keep(), List.of(vendor.id()), false, tomorrow(), true);

        assertThat(refusal(asking.ask(customer.actor(), engagement.id(), wish)))
                .isEqualTo("signing.ask.refused.private");
    }

    private static List<SigningDocument.Outcome> atOnce(
            Callable<SigningDocument.Outcome> one, Callable<SigningDocument.Outcome> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<SigningDocument.Outcome>();
            for (var done : threads.invokeAll(List.of(after(start, one), after(start, other)))) {
                outcomes.add(done.get());
            }
            return outcomes;
        }
    }

    private static Callable<SigningDocument.Outcome> after(
            CyclicBarrier start, Callable<SigningDocument.Outcome> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    private void join(TestPerson person, Role role) {
        APP.get(ManagingPeople.class)
                .add(
                        customer.actor(),
                        engagement.id(),
                        person.email(),
                        person.name(),
                        new ManagingPeople.Place(engagement.vendorParty(), role, Set.of()));
    }

    private void give(TestPerson by, PersonId person, Matter matter, Money.@Nullable Sum upTo) {
        assertThat(giving.give(by.actor(), engagement.id(), person, matter, upTo))
                .isEqualTo(new GivingAuthority.Outcome.Done());
    }

    private RequestId ask(boolean inOrder, TestPerson... signatories) {
        var people = Arrays.stream(signatories).map(TestPerson::id).toList();
        var wish = new AskingForSignatures.Wish(
                "Change order 1", Matter.CHANGE_ORDER, usd("48000"), keep(), people, inOrder, tomorrow(), false);
        return ((AskingForSignatures.Outcome.Asked) asking.ask(customer.actor(), engagement.id(), wish)).request();
    }

    private String asked(Matter matter, Money.@Nullable Sum amount, TestPerson signatory) {
        var wish = new AskingForSignatures.Wish(
                "Something", matter, amount, keep(), List.of(signatory.id()), false, tomorrow(), false);
        return asking.ask(customer.actor(), engagement.id(), wish)
                        instanceof AskingForSignatures.Outcome.Refused(var reason)
                ? reason.key()
                : "";
    }

    private FileId keep() {
        var content = "%PDF-1.7 change order of " + Instant.now();
        var arrival = new KeepingFile.Arrival(
                "change order.pdf", Set.of("pdf"), new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return ((KeepingFile.Outcome.Kept)
                        APP.get(KeepingFile.class).keep(customer.actor(), engagement.id(), null, arrival))
                .file()
                .id();
    }

    private SigningDocument.Outcome sign(TestPerson person, RequestId request) {
        return signing.sign(person.actor(), place(person, request), sha(request), PASSWORD);
    }

    private boolean sign(TestPerson person, RequestId request, String sha256) {
        return person.asks(() -> {
            APP.get(SignatureRequests.class)
                    .sign(
                            place(person, request).signatory(),
                            person.id(),
                            Signatory.Means.PASSWORD,
                            sha256,
                            Instant.now());
            return true;
        });
    }

    private SigningDocument.Place place(TestPerson person, RequestId request) {
        return new SigningDocument.Place(
                engagement.id(),
                request,
                get(request).signatories().stream()
                        .filter(one -> one.person().equals(person.id()))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private SignatureRequest get(RequestId request) {
        return customer.asks(() -> APP.get(SignatureRequests.class).get(engagement.id(), request));
    }

    private StoredFile file(RequestId request) {
        return customer.asks(() ->
                APP.get(StoredFiles.class).get(engagement.id(), get(request).file()));
    }

    private String sha(RequestId request) {
        return get(request).sha256();
    }

    private SignatureRequest.State state(RequestId request) {
        return get(request).state(Instant.now());
    }

    private List<String> deeds() {
        return customer.asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 50)).stream()
                .map(entry -> details(entry).kind())
                .toList();
    }

    private static Recorded.Details details(Recorded entry) {
        return Objects.requireNonNull(entry.details());
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    private static Money.Sum usd(String amount) {
        return new Money.Sum(new BigDecimal(amount), USD);
    }

    private static Money.Sum sum(String amount, String currency) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static String refusal(SigningDocument.Outcome outcome) {
        return outcome instanceof SigningDocument.Outcome.Refused(var reason) ? reason.key() : "";
    }

    private static String refusal(GivingAuthority.Outcome outcome) {
        return outcome instanceof GivingAuthority.Outcome.Refused(var reason) ? reason.key() : "";
    }

    private static String refusal(AskingForSignatures.Outcome outcome) {
        return outcome instanceof AskingForSignatures.Outcome.Refused(var reason) ? reason.key() : "";
    }
}
