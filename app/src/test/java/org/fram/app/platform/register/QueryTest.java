package org.fram.app.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class QueryTest {

    @Test
    void anAddressGivesTheQueryAgain() {
        var random = new Random(20_261_126);
        for (int i = 0; i < 200; i++) {
            var query = new Query(
                    one(random, "", "circuit", "a & b = c?", "50 % + 1", "größer „x“"),
                    filters(random),
                    one(random, "", "owner", "validateBy"),
                    false,
                    random.nextBoolean() ? List.of() : List.of("owner", "holds"),
                    random.nextInt(1, 50),
                    Query.SIZES.get(random.nextInt(Query.SIZES.size())));

            assertThat(Query.of(parameters(query.address()))).isEqualTo(query);
        }
    }

    @Test
    void whatIsUsualStandsInNoAddress() {
        assertThat(Query.ALL.address()).isEmpty();
        assertThat(Query.of(Map.of())).isEqualTo(Query.ALL);
    }

    @Test
    void whatMakesNoSenseIsAsIfItWereNotThere() {
        var query = Query.of(parameters("q=&page=-3&size=7&sort=&f.owner=&f.day.from=&f.day.until=&columns=,,&x=1"));

        assertThat(query).isEqualTo(Query.ALL);
        assertThat(Query.of(parameters("page=99999999999999999999")).page()).isEqualTo(1);
        assertThat(Query.of(parameters("q=" + "x".repeat(5_000))).search()).hasSize(200);
    }

    @Test
    void aRangeIsOneFilterWhicheverSideIsMissing() {
        assertThat(Query.of(parameters("f.day.from=2027-01-01&f.day.until=2027-02-01"))
                        .filters())
                .isEqualTo(Map.of("day", "2027-01-01..2027-02-01"));
        assertThat(Query.of(parameters("f.day.until=2027-02-01")).filters()).isEqualTo(Map.of("day", "..2027-02-01"));
    }

    @Test
    void aSecondClickOnAHeadTurnsTheOrderRound() {
        var once = Query.ALL.page(4).sortedBy("owner");
        assertThat(once.descending()).isFalse();
        assertThat(once.page()).isEqualTo(1);
        assertThat(once.sortedBy("owner").descending()).isTrue();
        assertThat(once.sortedBy("owner").sortedBy("owner").descending()).isFalse();
        assertThat(once.sortedBy("owner").sortedBy("holds").descending()).isFalse();
    }

    private static Map<String, String> filters(Random random) {
        var filters = new LinkedHashMap<String, String>();
        if (random.nextBoolean()) {
            filters.put("owner", one(random, "IT", "a=b&c", "50%"));
        }
        if (random.nextBoolean()) {
            filters.put("validateBy", one(random, "2027-01-01..", "..2027-12-31", "2027-01-01..2027-12-31"));
        }
        return filters;
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static Map<String, List<String>> parameters(String address) {
        var parameters = new LinkedHashMap<String, List<String>>();
        UriComponentsBuilder.newInstance()
                .query(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        values.stream()
                                .map(value -> value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))
                                .toList()));
        return parameters;
    }
}
