package org.fram.app.engagement.registers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.app.platform.register.Money;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Cell;
import org.fram.office.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterPagesTest {

    private static final String ASSUMPTIONS = "registers/assumptions";
    private static final String REQUIREMENTS = "registers/requirements";

    private final TestEngagement engagement = TestEngagement.create();

    @TempDir
    Path folder;

    @DeskAndPhone
    void aRegisterIsReadByEverybody(Look look) {
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS));
            browser.check("register-empty");
            assumptions();
            browser.page().reload();
            browser.check("register");

            browser.page().getByText("Filter", exactly()).click();
            browser.check("register-filter");
            browser.page().keyboard().press("Escape");

            browser.page().getByRole(AriaRole.LINK, link("A-2")).click();
            browser.check("register-row");
            browser.go(engagement.path(""));
            browser.check("engagement-home-with-registers");
        }
    }

    @Test
    void everythingIsReachedByKeyboard() {
        assumptions();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS));
            var page = browser.page();
            var keyboard = page.keyboard();

            cell(page, "A-1", "text").focus();
            keyboard.press("ArrowRight");
            assertThat(cell(page, "A-1", "owner")).isFocused();
            keyboard.press("ArrowDown");
            assertThat(cell(page, "A-2", "owner")).isFocused();

            // A letter begins the cell anew; Tab saves it and goes on.
            keyboard.type("IT lead");
            keyboard.press("Tab");
            assertThat(cell(page, "A-2", "owner")).hasText("IT lead");
            assertThat(cell(page, "A-2", "validateBy")).isFocused();

            // F2 keeps what is there; Escape leaves it as it was.
            keyboard.press("Shift+Tab");
            cell(page, "A-2", "owner").focus();
            keyboard.press("F2");
            keyboard.press("End");
            keyboard.type(" or somebody");
            keyboard.press("Escape");
            assertThat(cell(page, "A-2", "owner")).hasText("IT lead");
            assertThat(cell(page, "A-2", "owner")).isFocused();

            // Enter opens, chooses and goes down.
            keyboard.press("Home");
            keyboard.press("End");
            assertThat(cell(page, "A-2", "exposure")).isFocused();
            keyboard.press("Enter");
            keyboard.type("12,400 eur");
            keyboard.press("Enter");
            assertThat(cell(page, "A-2", "exposure")).hasText("EUR 12,400.00");
            assertThat(cell(page, "A-3", "exposure")).isFocused();
            keyboard.press("Control+Home");
            keyboard.press("Space");
            assertThat(page.getByText("1 selected")).isVisible();
            keyboard.press("Control+z");
            assertThat(page.getByText("One row is as it was.")).isVisible();
            assertThat(cell(page, "A-2", "exposure")).not().hasText("EUR 12,400.00");
        }
        assertThat(rows(ASSUMPTIONS).seenBy(engagement.customer()).get(1).get("owner"))
                .isEqualTo("IT lead");
    }

    @Test
    void whatARuleRefusesStaysInTheEditorWithTheReason() {
        assumptions();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS));
            var page = browser.page();

            cell(page, "A-2", "holds").dblclick();
            cell(page, "A-2", "holds").locator("select").selectOption("yes");
            page.keyboard().press("Enter");

            assertThat(cell(page, "A-2", "holds").getByRole(AriaRole.ALERT))
                    .hasText("Say what shows that it holds, or does not.");
            assertThat(cell(page, "A-2", "holds").locator("select")).hasValue("yes");
            browser.check("register-refused");
            page.keyboard().press("Escape");
            assertThat(cell(page, "A-2", "holds")).hasText("Open");
            browser.forgiveErrors();
        }
    }

    @Test
    void ofTwoWhoChangeOneCellTheSecondDecides() {
        assumptions();
        try (var mine = Browser.open(Look.DESKTOP_LIGHT);
                var theirs = Browser.open(Look.DESKTOP_DARK)) {
            mine.signIn(engagement.customer());
            theirs.signIn(engagement.vendor());
            mine.go(engagement.path(ASSUMPTIONS));
            theirs.go(engagement.path(ASSUMPTIONS));

            write(theirs.page(), "A-1", "owner", "Carrier");
            // Another cell of the row does not matter.
            write(mine.page(), "A-1", "ifFalse", "Two circuits more");
            assertThat(cell(mine.page(), "A-1", "ifFalse")).hasText("Two circuits more");
            write(mine.page(), "A-1", "owner", "IT lead");

            var cell = cell(mine.page(), "A-1", "owner");
            assertThat(cell).containsText("They saved Carrier");
            assertThat(cell).containsText("You wrote IT lead");
            mine.check("register-conflict");
            assertThat(rows(ASSUMPTIONS)
                            .seenBy(engagement.customer())
                            .getFirst()
                            .get("owner"))
                    .isEqualTo("Carrier");

            cell.getByText("Save mine").click();
            assertThat(cell(mine.page(), "A-1", "owner")).hasText("IT lead");
            assertThat(rows(ASSUMPTIONS)
                            .seenBy(engagement.customer())
                            .getFirst()
                            .get("owner"))
                    .isEqualTo("IT lead");

            write(theirs.page(), "A-1", "owner", "Nobody");
            cell(theirs.page(), "A-1", "owner").getByText("Keep theirs").click();
            assertThat(cell(theirs.page(), "A-1", "owner")).hasText("IT lead");
            mine.forgiveErrors();
            theirs.forgiveErrors();
        }
    }

    @Test
    void filtersStandInTheAddressAndAreKeptAsViews() {
        assumptions();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS));
            var page = browser.page();

            page.getByRole(AriaRole.SEARCHBOX).fill("circuit");
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByText("Views", exactly()).click();
            page.getByLabel("Name").fill("About circuits");
            page.getByLabel("For everybody in the engagement").check();
            page.getByRole(AriaRole.BUTTON, button("Keep this view")).click();
            assertThat(page.getByText("The view is kept.")).isVisible();

            page.getByLabel("Remove the filter “circuit”").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            page.getByRole(AriaRole.LINK, link("Validate by")).click();
            assertThat(page.locator("tbody tr").first()).containsText("A-3");
            assertThat(page).hasURL(Pattern.compile("sort=validateBy"));
        }
        try (var browser = Browser.open(Look.PHONE_LIGHT)) {
            browser.signIn(engagement.vendor());
            browser.go(engagement.path(ASSUMPTIONS));
            browser.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^About circuits")))
                    .click();
            assertThat(browser.page().locator("tbody tr")).hasCount(1);
            browser.check("register-view");
        }
    }

    @Test
    void severalRowsAreChangedAndDeletedAtOnceAndComeBack() {
        assumptions();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS));
            var page = browser.page();

            // An inline change before does not make the selection stale.
            write(page, "A-1", "owner", "IT lead");
            page.getByLabel("Select A-1").check();
            page.getByLabel("Select A-3").check();
            page.getByRole(AriaRole.BUTTON, button("Change selected")).click();
            assertThat(page.locator("h1")).hasText("Change 2 rows");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Owner"))
                    .fill("Project manager");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Owner"))
                    .press("Tab");
            browser.check("register-many");
            page.getByRole(AriaRole.BUTTON, button("Change them")).click();
            assertThat(page.getByText("2 rows changed.")).isVisible();
            assertThat(cell(page, "A-3", "owner")).hasText("Project manager");
            assertThat(cell(page, "A-2", "owner")).hasText("");

            page.getByLabel("Select all rows of this page").check();
            page.getByRole(AriaRole.BUTTON, button("Delete selected")).click();
            assertThat(page.getByText("3 rows deleted.")).isVisible();
            browser.check("register-deleted");
            page.getByText("Undo", exactly()).click();
            assertThat(page.getByText("3 rows are back.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(3);
        }
    }

    @Test
    void aListOfOthersComesInWholeOrNotAtAll() throws IOException {
        Path broken = folder.resolve("their list.csv");
        Files.writeString(broken, """
                Item;Shall statement;Must have;Demo date;Remarks
                3.1;Callers hear their place in the queue;yes;31.3.2027;-
                3.2;;no;;no text
                3.3;Calls are recorded;perhaps;3/4/2027;
                """);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(REQUIREMENTS));
            var page = browser.page();
            page.getByRole(AriaRole.LINK, link("Import")).click();
            page.getByLabel("File").setInputFiles(broken);
            browser.check("register-import");
            page.getByRole(AriaRole.BUTTON, button("Look at it")).click();

            assertThat(page.locator("h1")).hasText("Import of their list.csv");
            assertThat(page.getByLabel("What Item is here")).hasValue("ref");
            assertThat(page.getByLabel("What Shall statement is here")).hasValue("text");
            assertThat(page.getByLabel("What Must have is here")).hasValue("key");
            assertThat(page.getByLabel("What Demo date is here")).hasValue("demonstrated");
            assertThat(page.getByLabel("What Remarks is here")).hasValue("-");
            var problems = page.locator(".problems tbody tr");
            assertThat(problems).hasCount(3);
            assertThat(problems.nth(0)).hasText(Pattern.compile("3\\s+Requirement\\s+This is needed."));
            assertThat(problems.nth(1)).containsText("“perhaps” is neither yes nor no.");
            assertThat(problems.nth(2)).containsText("“3/4/2027” is no day.");
            assertThat(page.getByRole(AriaRole.BUTTON, button("Import"))).hasCount(0);
            browser.check("register-import-errors");

            Files.writeString(broken, """
                    Item;Shall statement;Must have;Demo date;Remarks
                    3.1;Callers hear their place in the queue;yes;31.3.2027;-
                    3.3;Calls are recorded;no;2027-04-03;
                    """);
            page.getByRole(AriaRole.LINK, link("Another file")).click();
            page.getByLabel("File").setInputFiles(broken);
            page.getByRole(AriaRole.BUTTON, button("Look at it")).click();
            page.getByLabel("What Demo date is here").selectOption("-");
            page.getByRole(AriaRole.BUTTON, button("Look again")).click();
            browser.check("register-import-preview");
            page.getByRole(AriaRole.BUTTON, button("Import")).click();
            assertThat(page.getByText("2 rows imported.")).isVisible();

            // What somebody said about a header is remembered.
            page.getByRole(AriaRole.LINK, link("Import")).click();
            page.getByLabel("File").setInputFiles(broken);
            page.getByRole(AriaRole.BUTTON, button("Look at it")).click();
            assertThat(page.getByLabel("What Demo date is here")).hasValue("-");
            assertThat(page.locator("main")).containsText("No new row, none changed, 2 already as in the file.");
        }
    }

    @Test
    void whatIsExportedCanBeOpenedAndImportedAgain() {
        assumptions();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path(ASSUMPTIONS) + "?q=circuit");
            var page = browser.page();
            for (String name : List.of("Excel", "CSV")) {
                Download download = page.waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, link(name)).click());
                Path file = folder.resolve(download.suggestedFilename());
                download.saveAs(file);
                var lines = Sheets.read(file, file.toString()).getFirst().lines();
                assertThat(lines).hasSize(2);
                assertThat(lines.get(1).cells().stream().map(Cell::text))
                        .startsWith("A-1", "The circuits of the harbour carry 60 calls.", "", "2027-06-30");
                browser.go(engagement.path(ASSUMPTIONS) + "/import");
                page.getByLabel("File").setInputFiles(file);
                page.getByRole(AriaRole.BUTTON, button("Look at it")).click();
                assertThat(page.locator("main")).containsText("No new row, none changed, one already as in the file.");
                browser.go(engagement.path(ASSUMPTIONS) + "?q=circuit");
            }
        }
    }

    private void assumptions() {
        var rows = rows(ASSUMPTIONS);
        rows.added(
                engagement.customer(),
                "The circuits of the harbour carry 60 calls.",
                "validateBy",
                SampleRows.day(6, 30),
                "ifFalse",
                "A second circuit, ordered 90 days before go-live.",
                "exposure",
                new Money.Sum(new BigDecimal("4800"), Currency.getInstance("EUR")));
        rows.added(
                engagement.customer(),
                "Agents are released for training on two mornings of each week before go-live, and somebody else takes "
                        + "their calls.",
                "validateBy",
                SampleRows.day(5, 3));
        rows.added(
                engagement.customer(),
                "All numbers can be ported in one batch.",
                "owner",
                "Carrier’s order desk",
                "validateBy",
                SampleRows.day(2, 1),
                "holds",
                false,
                "evidence",
                "The carrier’s list shows two numbers of another range.",
                "ifFalse",
                "Two batches; the second a week later.");
    }

    private SampleRows rows(String path) {
        return new SampleRows(engagement, path.substring(path.indexOf('/') + 1));
    }

    private static void write(Page page, String ref, String column, String value) {
        cell(page, ref, column).dblclick();
        var editor = cell(page, ref, column).locator("input, textarea");
        editor.fill(value);
        editor.press("Enter");
        editor.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForCondition(() -> page.locator("td.saving").count() == 0);
    }

    private static Locator cell(Page page, String ref, String column) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK, link(ref))))
                .locator("[data-column=" + column + "]");
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
