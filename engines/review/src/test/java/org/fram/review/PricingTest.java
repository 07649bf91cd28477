package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PricingTest {

    @Test
    void linesThatSumToTheTotalRowAddUp() {
        var pricing = pricing("""
                # 9. Charges
                | Item | Basis | Charge (£) |
                |---|---|---|
                | Call recorders | Supply | 41,200 |
                | Design | 6 days | 5,700 |
                | Total | | 46,900 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).statedTotal()).isEqualTo("46,900");
        assertThat(price(pricing).lines())
                .extracting(Review.Price.Line::text)
                .containsExactly("Call recorders | Supply | 41,200", "Design | 6 days | 5,700");
        assertThat(pricing.errors()).isEmpty();
    }

    @Test
    void aTotalThatIsTooLowIsABlocker() {
        var pricing = pricing("""
                # 9. Charges
                | Item | Charge (£) |
                |---|---|
                | Call recorders | 41,200 |
                | Design | 5,700 |
                | Total | 45,900 |
                """);
        assertThat(price(pricing).addsUp()).isFalse();
        assertThat(pricing.errors()).singleElement().satisfies(flaw -> {
            assertThat(flaw.reason()).contains("46,900").contains("45,900").contains("1,000 too low");
            assertThat(flaw.quote()).isEqualTo("Total | 45,900");
        });
    }

    @Test
    void openAndIncludedLinesAreNotInTheSum() {
        var pricing = pricing("""
                # Commercials
                | Line | Basis | USD |
                |---|---|---|
                | Licences | 120 users × $250 | 30,000 |
                | Set-up | Fixed | 14,500 |
                | Workshops | Remote | Included |
                | Travel | Actuals | TBD |
                | Total | | 44,500 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).lines())
                .extracting(Review.Price.Line::amount)
                .containsExactly("30,000", "14,500", "Included", "TBD");
    }

    @Test
    void theTotalMayStandInASentence() {
        var table = """
                # 5. Price
                The fixed price of this statement of work is $%s, excluding tax.
                | Work package | Amount (USD) |
                |---|---|
                | Build | $80,000 |
                | Test | $21,500 |
                """;
        assertThat(price(pricing(table.formatted("101,500"))).addsUp()).isTrue();
        assertThat(price(pricing(table.formatted("101,500"))).statedTotal()).isEqualTo("$101,500");
        assertThat(price(pricing(table.formatted("110,500"))).addsUp()).isFalse();
    }

    @Test
    void aSentenceAndATotalRowThatDifferContradict() {
        var pricing = pricing("""
                # 5. Price
                The total contract price is $120,000.
                | Work package | Amount |
                |---|---|
                | Build | $80,000 |
                | Test | $21,500 |
                | Total | $101,500 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(pricing.contradictions()).singleElement().satisfies(contradiction -> {
            assertThat(contradiction.a()).isEqualTo("The total contract price is $120,000.");
            assertThat(contradiction.b()).isEqualTo("Total | $101,500");
            assertThat(contradiction.about()).contains("$120,000").contains("$101,500");
        });
    }

    @Test
    void milestonesAreNoPriceLines() {
        var pricing = pricing("""
                # 8. Price and payment
                | Item | Price |
                |---|---|
                | Build | €60,000 |
                | Train | €40,000 |
                | Total price | €100,000 |

                | Milestone | Share | Amount |
                |---|---|---|
                | Design approved | 30% | €30,000 |
                | Go-live | 50% | €50,000 |
                | Final acceptance | 20% | €20,000 |
                """);
        assertThat(price(pricing).lines()).hasSize(2);
        assertThat(pricing.milestones()).hasSize(3);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(pricing.errors()).isEmpty();
    }

    @Test
    void milestonesHaveToMakeTheWholeAndTheTotal() {
        var pricing = pricing("""
                # 8. Price
                | Item | Price |
                |---|---|
                | Build | €60,000 |
                | Train | €40,000 |
                | Total price | €100,000 |

                | Milestone | Share | Amount |
                |---|---|---|
                | Design approved | 30% | €30,000 |
                | Go-live | 50% | €50,000 |
                | Final acceptance | 10% | €10,000 |
                """);
        assertThat(pricing.errors())
                .extracting(Review.Flaw::reason)
                .anyMatch(message -> message.contains("90 %"))
                .anyMatch(message -> message.contains("90,000") && message.contains("100,000"));
        assertThat(price(pricing).addsUp()).isTrue();
    }

    @Test
    void volumesAuthorityAndServiceCreditsAreNoPrices() {
        var pricing = pricing("""
                # 2. Volumes
                | Line | Calls a year | Total |
                |---|---|---|
                | Sales | 120,000 | 130,000 |
                | Service | 240,000 | 250,000 |

                # 3. Authority
                | Role | May sign up to |
                |---|---|
                | Project manager | $10,000 |
                | Director | $50,000 |

                # 4. Service credits
                | Level | Service credit |
                |---|---|
                | Below 80% | $2,000 |
                | Below 70% | $4,000 |
                """);
        assertThat(pricing.price()).isNull();
    }

    @Test
    void quantityTimesUnitPriceIsTheLine() {
        var pricing = pricing("""
                # 6. Pricing
                | Item | Qty | Unit price | Total |
                |---|---|---|---|
                | Headset | 200 | $85.50 | $17,100.00 |
                | Gateway | 4 | $2,400.00 | $9,800.00 |
                | Total | | | $26,900.00 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).statedTotal()).isEqualTo("$26,900.00");
        assertThat(pricing.errors())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.quote()).startsWith("Gateway"));
    }

    @Test
    void subtotalsTaxAndOptionsAreUnderstood() {
        var pricing = pricing("""
                # Pricing
                | Description | Fee |
                |---|---|
                | One-off | |
                | Build | $10,000 |
                | Test | $5,000 |
                | Subtotal one-off | $15,000 |
                | Recurring | |
                | Subscription | $24,000 |
                | Support | $6,000 |
                | Subtotal recurring | $30,000 |
                | Total excluding tax | $45,000 |
                | Sales tax (10%) | $4,500 |
                | Total including tax | $49,500 |
                | Optional: extra environment | $3,000 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).statedTotal()).isEqualTo("$49,500");
    }

    @Test
    void aDiscountIsTakenOff() {
        var written = """
                # Fees
                | Description | Fee |
                |---|---|
                | Build | $10,000 |
                | Test | $5,000 |
                | Volume discount | %s |
                | Total | $13,500 |
                """;
        assertThat(price(pricing(written.formatted("$1,500"))).addsUp()).isTrue();
        assertThat(price(pricing(written.formatted("($1,500)"))).addsUp()).isTrue();
        assertThat(price(pricing(written.formatted("-$1,000"))).addsUp()).isFalse();
    }

    @Test
    void eachColumnOfAmountsHasItsOwnTotal() {
        var written = """
                # Fees
                | Description | One-time fee | Monthly fee |
                |---|---|---|
                | Voice | $10,000 | $1,000 |
                | Chat | $5,000 | $800 |
                | Total | $15,000 | $%s |
                """;
        assertThat(price(pricing(written.formatted("1,800"))).addsUp()).isTrue();
        assertThat(price(pricing(written.formatted("1,900"))).addsUp()).isFalse();
    }

    @Test
    void aColumnOfRowTotalsStandsForTheYears() {
        var pricing = pricing("""
                # Fees
                | Description | Year 1 ($) | Year 2 ($) | Total ($) |
                |---|---|---|---|
                | Licences | 10,000 | 11,000 | 21,000 |
                | Support | 4,000 | 4,000 | 8,000 |
                | Total | 14,000 | 15,000 | 29,000 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).statedTotal()).isEqualTo("29,000");
        assertThat(price(pricing).lines()).hasSize(2);
    }

    @Test
    void severalTablesMayMakeOneTotal() {
        var written = """
                # Price
                ## Set-up
                | Item | Price (USD) |
                |---|---|
                | Build | 30,000 |
                | Test | 10,000 |
                | Total | 40,000 |

                ## Service
                | Item | Price (USD) |
                |---|---|
                | Support | 12,000 |
                | Licences | 24,000 |
                | Total | 36,000 |

                The total contract value is $%s.
                """;
        assertThat(price(pricing(written.formatted("76,000"))).addsUp()).isTrue();
        assertThat(price(pricing(written.formatted("76,000"))).statedTotal()).isEqualTo("$76,000");
        assertThat(price(pricing(written.formatted("67,000"))).addsUp()).isFalse();
    }

    @Test
    void pricesMayStandInAList() {
        var written = """
                # 7. Fees
                - Design: $12,000
                - Build: $28,000
                - Training and handover: $6,500
                - Total: $%s
                """;
        assertThat(price(pricing(written.formatted("46,500"))).addsUp()).isTrue();
        assertThat(price(pricing(written.formatted("45,600"))).addsUp()).isFalse();
        assertThat(price(pricing(written.formatted("46,500"))).lines()).hasSize(3);
    }

    @Test
    void aRateCardHasNothingToAddUp() {
        var pricing = pricing("""
                # Rates
                | Role | Rate |
                |---|---|
                | Engineer | $180 per hour |
                | Project manager | $210 per hour |
                """);
        assertThat(price(pricing).addsUp()).isNull();
        assertThat(price(pricing).lines()).hasSize(2);
    }

    @Test
    void aCapInASentenceContradictsTheCeilingOfTheTable() {
        var written = """
                # Rates
                All work is charged by the day up to a ceiling of $%s.
                | Role | Days | Rate | Amount |
                |---|---|---|---|
                | Analyst | 40 | $900 | $36,000 |
                | Engineer | 60 | $1,000 | $60,000 |
                | Not to exceed | 100 | | $96,000 |
                """;
        assertThat(pricing(written.formatted("96,000")).contradictions()).isEmpty();
        assertThat(pricing(written.formatted("99,000")).contradictions()).hasSize(1);
        assertThat(price(pricing(written.formatted("96,000"))).addsUp()).isTrue();
    }

    @Test
    void aLastLineThatSumsTheOthersIsTheirTotal() {
        var pricing = pricing("""
                # Fees
                | Description | Fee |
                |---|---|
                | Build | $10,000 |
                | Test | $5,000 |
                | Training | $2,000 |
                | What the Customer pays | $17,000 |
                """);
        assertThat(price(pricing).addsUp()).isTrue();
        assertThat(price(pricing).lines()).hasSize(3);
        assertThat(price(pricing).statedTotal()).isEqualTo("$17,000");
    }

    @Test
    void milestonesMayShareOutOneLine() {
        var pricing = pricing("""
                # Fees
                | Item | Fee |
                |---|---|
                | Licences | $40,000 |
                | Services | $20,000 |
                | Total | $60,000 |

                | Milestone | Share | Amount |
                |---|---|---|
                | Kickoff | 50% | $10,000 |
                | Go-live | 50% | $10,000 |
                """);
        assertThat(pricing.errors()).isEmpty();
        assertThat(pricing.milestones()).hasSize(2);
    }

    @Test
    void measuresWithMoneyAtStakeAreNoMilestones() {
        var pricing = pricing("""
                # Service levels
                | Measure | Target | Share of monthly invoice |
                |---|---|---|
                | Calls answered in time | 85% | 2% |
                | Abandoned calls | 4% | 1% |
                """);
        assertThat(pricing.milestones()).isEmpty();
        assertThat(pricing.price()).isNull();
    }

    @Test
    void limitsOfLiabilityAndTravelAreNoTotals() {
        var pricing = pricing("""
                # Terms
                The total liability of either party is $2,000,000.
                Travel expenses shall not exceed a total amount of $46,000.
                The project manager may sign changes up to a total value of $10,000.
                """);
        assertThat(pricing.price()).isNull();
    }

    @Test
    void aTableAndItsSumAddUpAndOneCentMoreDoesNot() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int lines = random.nextInt(1, 15);
            long sum = 0;
            var table = new StringBuilder("# Price\n| Item | Amount |\n|---|---|\n");
            for (int line = 0; line < lines; line++) {
                long cents = random.nextLong(1, 50_000_000);
                sum += cents;
                table.append("| Package %s | $%,d.%02d |\n".formatted((char) ('A' + line), cents / 100, cents % 100));
            }
            assertThat(price(pricing(table + total(sum))).addsUp()).isTrue();
            assertThat(price(pricing(table + total(sum + 1))).addsUp()).isFalse();
            assertThat(price(pricing(table + total(sum - 1))).addsUp()).isFalse();
        }
    }

    private static String total(long cents) {
        return "| Total | $%,d.%02d |\n".formatted(cents / 100, cents % 100);
    }

    private static Pricing pricing(String text) {
        return Pricing.of(Draft.of(text));
    }

    private static Review.Price price(Pricing pricing) {
        var price = pricing.price();
        assertThat(price).isNotNull();
        return java.util.Objects.requireNonNull(price);
    }
}
