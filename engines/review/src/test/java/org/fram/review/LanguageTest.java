package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The supplier will install the gateways at both sites and train the supervisors before the cutover.",
                "de | Der Auftragnehmer installiert die Anlagen an beiden Standorten und schult die Teamleiter vor der Umstellung.",
                "fr | Le fournisseur installe les passerelles sur les deux sites et forme les superviseurs avant la bascule.",
                "ar | يقوم المورد بتركيب البوابات في كلا الموقعين وتدريب المشرفين قبل الانتقال إلى النظام الجديد.",
                "he | הספק יתקין את השערים בשני האתרים וידריך את המפקחים לפני המעבר למערכת החדשה."
            })
    void theMainLanguageIsTold(String language, String sentence) {
        var text = (sentence + "\n").repeat(4);

        assertThat(Language.of(Statements.of(Reading.document(text)))).isEqualTo(language);
    }

    @Test
    void aReviewSaysThatItDoesNotKnowTheLanguage() {
        var review = new Reviewer()
                .review(Reading.document(
                        "Der Auftragnehmer installiert die Anlagen an beiden Standorten und schult die Teamleiter.\n"
                                .repeat(5)));

        assertThat(review.language()).isEqualTo("de");
        assertThat(review.notes()).singleElement().asString().contains("German", "English only");
    }
}
