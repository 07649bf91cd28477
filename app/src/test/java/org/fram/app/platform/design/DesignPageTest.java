package org.fram.app.platform.design;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.fram.app.testing.Browser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesignPageTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");

    @ParameterizedTest
    @EnumSource(Look.class)
    void showsEveryPartWithoutABarrier(Look look) {
        try (var browser = Browser.open(look)) {
            browser.signIn(RunningApp.shared().person("Designer"));
            browser.go("/design");
            var page = browser.page();

            // Both charts are drawn.
            assertThat(page.locator(".chart-picture canvas")).hasCount(2);
            for (var way : page.locator(".side a").all()) {
                assertThat(page.locator(way.getAttribute("href"))).hasCount(1);
            }
            browser.check("design");

            page.getByText("Delete the draft…").click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(page.getByRole(AriaRole.DIALOG).getByText("Cancel")).isFocused();
            browser.check("design-dialog");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    @Test
    void whatIsChosenInTheMenuGoesBeforeTheSystemsColours() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(RunningApp.shared().person("Night worker"));
            var page = browser.page();
            page.getByText("Night worker").click();
            page.getByText("Dark", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
            browser.go("/design");
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        }
    }

    /// A part that pages use and this page does not show would be looked at by nobody.
    @Test
    void leavesNoPartOut() throws IOException {
        var parts = new TreeSet<String>();
        try (var files = Files.list(TEMPLATES.resolve("layout"))) {
            files.map(file -> file.getFileName().toString().replace(".jte", "")).forEach(parts::add);
        }
        var shown = new StringBuilder();
        for (String folder : new String[] {"design", "layout"}) {
            try (var files = Files.list(TEMPLATES.resolve(folder))) {
                for (Path file : files.toList()) {
                    shown.append(Files.readString(file));
                }
            }
        }
        // The shell of engagements has pages of its own.
        parts.remove("engagement");

        assertThat(parts).allMatch(part -> shown.toString().contains("@template.layout." + part + "("));
    }
}
