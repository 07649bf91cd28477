package org.fram.app.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way back leads to this application, whatever a browser keeps in its cookie.
class WayBackTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/engagements/1?tab=mine, /engagements/1?tab=mine",
        "https://elsewhere.example/engagements, /engagements",
        "https://elsewhere.example//other.example/, /",
        "//elsewhere.example, /",
        "/a%2Fb?q=%C3%A9, /a%2Fb?q=%C3%A9",
        "/\\elsewhere.example, /",
        "javascript:alert(1), /",
        "engagements, /",
        "'', /",
    })
    void itKeepsPathAndQueryAlone(String kept, String address) {
        assertThat(WayBack.own(kept)).isEqualTo(address);
    }
}
