package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

    private static final String CONFLICTS = """
            # 1. Scope
            | Item | Quantity |
            |---|---|
            | Agents on the new platform | 300 agents |
            | Voice queues | 24 |

            # 2. Plan
            The cutover will take place on 7 and 8 March 2026.
            The supplier provides hypercare for ten business days after go-live.
            The supplier sends a status report every Friday.
            Invoices are payable within 30 days of receipt.
            Recordings are retained for five years.

            # 3. Price
            | Line | Basis | Price (USD) |
            |---|---|---|
            | Licences, year 1 | 340 seats × $200 | 68,000 |
            | Design | Fixed | 22,000 |
            | Total | | 90,000 |

            # 4. Timetable
            | Step | Start | Finish |
            |---|---|---|
            | Design | 1 December 2025 | 19 December 2025 |
            | Cutover | 14 March 2026 | 15 March 2026 |

            # 5. Support
            - Hypercare: 4 weeks
            - Status report: monthly
            - Payment of invoices within 45 days
            - Recording retention: 7 years
            - Availability of the platform: 99.9% a month
            """;

    @Test
    void seatsCutoverHypercareReportsPaymentAndRetentionAreFound() {
        assertThat(of(CONFLICTS))
                .extracting(Review.Contradiction::about)
                .containsExactlyInAnyOrder(
                        "number of agents: 300 agents against 340 seats",
                        "date of cutover: 7 and 8 March 2026 against 14 March 2026 to 15 March 2026",
                        "length of hypercare: ten business days against 4 weeks",
                        "frequency of status report: every Friday against monthly",
                        "payment term: 30 days against 45 days",
                        "length of recording retention: five years against 7 years");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            The service report is due by the 12th calendar day of the following month.;The service report arrives on the fourth business day of the following month.
            The supplier answers 80 percent of calls within 20 seconds.;Calls answered within 20 seconds: 90%
            The budget covers travel up to $20,000.;Travel is reimbursed up to $25,000.
            Platform availability is 99.9 percent a month.;The platform has an availability of 99.5% per month.
            Either party may terminate this agreement on 30 days' notice.;The contract may be ended on a termination notice of 90 days.
            The steering committee meets monthly.;The steering committee meets every quarter.
            D3 is delivered by 6 May 2026.;D3 is handed over by 13 May 2026.
            Supervisor training takes place on site.;The supervisor training is held remotely.
            Invoices are due net 30.;Each invoice is payable within forty-five (45) days of its date.
            The solution has seven IVR menus.;We build 9 menus for the IVR.
            The total contract price is $410,000.;Total price: $425,000
            Additional work is billed at $185 per hour.;Work outside this document is charged at $210 an hour.
            The supplier warrants the configuration for six months.;The warranty period is 90 days.
            We deliver eight training sessions.;Training: 10 sessions
            Our day rate is £900.;Extra work is charged at the day rate of £950.
            """)
    void oneThingWithTwoValuesIsFound(String a, String b) {
        assertThat(of(a + "\n" + b)).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.a()).isEqualTo(a);
            assertThat(contradiction.b()).isEqualTo(b);
        });
    }

    @Test
    void aTableOfSeveritiesIsHeldAgainstTheText() {
        assertThat(of("""
                Severity 1: response within 15 minutes
                | Severity | Response |
                |---|---|
                | Severity 1 | 30 minutes |
                | Severity 2 | 2 hours |
                """))
                .singleElement()
                .satisfies(contradiction -> assertThat(contradiction.b()).isEqualTo("Severity 1 | 30 minutes"));
    }

    @Test
    void anEntryOfAFormIsHeldAgainstThePriceLine() {
        assertThat(of("""
                # Order
                | Field | Entry |
                |---|---|
                | Named users | 80 |
                | Region | North |

                # Fees
                | Item | Unit | Quantity | Unit price | Amount |
                |---|---|---|---|---|
                | Desk suite, year 1 | User | 95 | $100 | $9,500 |
                | Set-up | Fixed | 1 | $500 | $500 |
                | Total | | | | $10,000 |
                """))
                .singleElement()
                .satisfies(contradiction ->
                        assertThat(contradiction.about()).contains("80").contains("95"));
    }

    @Test
    void bothSidesAreQuotedInReadingOrder() {
        assertThat(of("""
                Go-live is in week 14.
                We plan the go-live for week 16.
                """)).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.a()).isEqualTo("Go-live is in week 14.");
            assertThat(contradiction.b()).isEqualTo("We plan the go-live for week 16.");
            assertThat(contradiction.about()).contains("week 14").contains("week 16");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a part and its whole
                "We provide six days of training.\nThe training for supervisors takes two days.",
                // the same length in another unit
                "Hypercare lasts ten business days.\nThere are two weeks of hypercare.",
                // a day within a span
                "The cutover will take place on 7 March 2026.\nThe cutover is planned for March 2026.",
                // other waves, sites, severities, audiences
                "Go-live of wave 1 is on 7 March 2026.\nGo-live of wave 2 is on 4 April 2026.",
                "Response time for severity 1 is 15 minutes.\nResponse time for severity 2 is one hour.",
                "Supervisor training: 2 days\nAdministrator training: 3 days",
                // numbers of a list, and years
                "The report holds: (3) Sites, (4) Queues.\nThere are seven sites and nine queues.",
                "FY 24 covers 5 sites.\nFY 25 covers 9 sites.",
                // things of other names
                "There are 500 user accounts for ALPHA.\nThere are 90 user accounts for Beta.",
                // a line of the contents
                "12 Strategic Goals and Measures ........................ 4\nThe three strategic goals are these.",
                // an allowance
                "Messages are answered within 30 minutes.\n10% of messages may be answered within 60 minutes.",
                // one side's notice and the other's
                "Vendor may terminate on 30 days' notice.\nCustomer may terminate on 60 days' notice.",
                // calls and chats
                "80% of calls are answered within 30 seconds.\n90% of chats are answered within 60 seconds.",
                // below a limit
                "We install up to 12 reports.\nTraining covers 10 reports.",
                // agents and those beside them
                "The platform is for 200 agents and 20 supervisors.\nWe supply 220 named user licences.",
                // a site of several
                "There are 90 agents at Harbour House.\nThe platform is for 250 agents.",
                // another report
                "A weekly status report goes to the project managers.\nThe executive status report is sent monthly.",
                // what was and what shall be
                "Abandonment stood at 9 percent last year.\nAbandonment is to be 4 percent or less.",
                // the anchor of another time
                "Data is exported two weeks before go-live.\nGo-live is in week 12.\nSupport ends four weeks after go-live.",
                // no length of the whole
                "We hold six workshops of two hours each.\nWorkshops take place over three weeks."
            })
    void consistentStatementsAreLeftAlone(String text) {
        assertThat(of(text)).isEmpty();
    }

    @Test
    void whatComesWithManyValuesIsNotOneThing() {
        var text = IntStream.rangeClosed(10, 2_000)
                .mapToObj("We record %d announcements for the next branch."::formatted)
                .collect(Collectors.joining("\n"));

        assertThat(of(text)).isEmpty();
    }

    @Test
    void aRepeatedDocumentDoesNotContradictItselfAnew() {
        assertThat(of(CONFLICTS + CONFLICTS))
                .extracting(Review.Contradiction::about)
                .containsExactlyInAnyOrderElementsOf(
                        of(CONFLICTS).stream().map(Review.Contradiction::about).toList());
    }

    @Test
    void aRepeatedSentenceContradictsNothing() {
        var random = new Random(3);
        for (int i = 0; i < 100; i++) {
            var sentence = sentence(random);
            assertThat(of(sentence + "\nOther matters are settled later.\n" + sentence))
                    .as(sentence)
                    .isEmpty();
        }
    }

    @Test
    void anotherValueOfTheSameSentenceContradictsIt() {
        var random = new Random(4);
        for (int i = 0; i < 200; i++) {
            int form = random.nextInt(FORMS.size());
            int a = random.nextInt(2, 28);
            int b = random.nextInt(2, 28);
            var text = FORMS.get(form).formatted(a) + "\n" + FORMS.get(form).formatted(b);
            assertThat(of(text)).as(text).hasSize(a == b ? 0 : 1);
        }
    }

    @Test
    void theOrderOfOtherStatementsChangesNothing() {
        var random = new Random(5);
        var others = new ArrayList<>(List.of(
                "The supplier keeps a risk log.",
                "The customer provides two rooms.",
                "Each queue has one owner.",
                "Training material is in English.",
                "The steering committee meets monthly.",
                "Severity 1 faults are answered within 15 minutes."));
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(others, random);
            int cut = random.nextInt(others.size());
            var text = String.join("\n", others.subList(0, cut)) + "\nGo-live is on 3 May 2026.\n"
                    + String.join("\n", others.subList(cut, others.size())) + "\nThe go-live date is 10 May 2026.";
            assertThat(of(text))
                    .singleElement()
                    .satisfies(contradiction -> assertThat(contradiction.about())
                            .isEqualTo("date of go-live: 3 May 2026 against 10 May 2026"));
        }
    }

    private static final List<String> FORMS = List.of(
            "We provide %d days of training.",
            "Hypercare lasts %d business days.",
            "Go-live is in week %d.",
            "The cutover takes place on %d May 2026.",
            "Invoices are payable within %d days of receipt.",
            "We configure %d voice queues.",
            "The warranty is %d months.",
            "D2 is delivered by %d June 2026.",
            "Recordings are kept for %d months.",
            "The response time for severity 1 is %d minutes.");

    private static String sentence(Random random) {
        return FORMS.get(random.nextInt(FORMS.size())).formatted(random.nextInt(2, 28));
    }

    private static List<Review.Contradiction> of(String text) {
        var statements = Draft.of(text);
        return Contradictions.of(statements, Pricing.of(statements), List.of(), List.of());
    }
}
