package org.fram.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.testing.RunningApp.TestPerson;
import org.jspecify.annotations.Nullable;

/// A browser window on the shared application. Closing it fails the test where the page's console showed an
/// error.
///
/// ```
/// try (var browser = Browser.open(look)) {
///     browser.signIn(person);
///     browser.go("/engagements");
///     browser.page().getByRole(AriaRole.LINK, …).click();
///     browser.check("engagements");
/// }
/// ```
///
/// The browser is Debian's Chromium, without its own windows where that is installed (`chromium-headless-shell`), or
/// the
/// program that `FRAM_CHROMIUM` names.
public final class Browser implements AutoCloseable {

    /// A picture of a long page takes seconds and shows more of the same.
    private static final int MOST_PIXELS = 4000;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double MILLISECONDS_TO_WAIT = 15_000;

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final RunningApp app;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private static final String ENDED = "htmx:afterRequest";
    private static final String GIVEN_UP = "htmx:sendAbort";

    private final List<String> errors = new ArrayList<>();

    private Browser(RunningApp app, Look look) {
        this.app = app;
        this.look = look;
        this.context = chromium()
                .newContext(new NewContextOptions()
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.colours)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(MILLISECONDS_TO_WAIT);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> errors.add(error + " at " + page.url()));
    }

    /// Opens a window.
    public static Browser open(Look look) {
        return new Browser(RunningApp.shared(), look);
    }

    /// The page, to click and to read.
    public Page page() {
        return page;
    }

    /// Goes to a path of the application.
    public void go(String path) {
        page.navigate(app.address(path));
    }

    /// Goes one of the ways at the side, and opens its group before where that is folded.
    ///
    /// @param title of the way
    public void way(String title) {
        var named = page.locator("a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + title + "\\s*$")));
        var way = page.locator(".side").locator(named);
        if (!way.isVisible()) {
            page.locator(".side details")
                    .filter(new Locator.FilterOptions().setHas(named))
                    .locator("summary")
                    .click();
        }
        way.click();
    }

    /// Signs somebody in by the form.
    public void signIn(TestPerson person) {
        signIn(person.email(), TestPerson.PASSWORD);
    }

    /// Signs somebody in who has another password than people of tests.
    public void signIn(String email, String password) {
        go("/sign-in");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /// Takes a picture of at most the first 4,000 pixels, `target/screenshots/NAME-LOOK.png`, and requires that axe
    /// finds no violation of
    /// WCAG A or AA and that nothing reaches beyond the window's side.
    public void check(String name) {
        var height = (Number) page.evaluate("document.documentElement.scrollHeight");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, look.width, Math.min(height.intValue(), MOST_PIXELS))
                .setPath(Path.of(
                        "target/screenshots",
                        name + "-" + look.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png")));
        // Of what axe finds in order it would tell each part of the page, and look for frames of other sites in a
        // window of
        // its own: both take longer than the rules.
        var violations = new AxeBuilder(page)
                .setLegacyMode(true).options(axe()).analyze().getViolations().stream()
                        .flatMap(rule ->
                                rule.getNodes().stream().map(node -> "%s: %s".formatted(rule.getId(), node.getHtml())))
                        .toList();
        assertThat(violations).as("accessibility of %s, %s", name, look).isEmpty();
        var width = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue())
                .as("width of %s, %s", name, look)
                .isLessThanOrEqualTo(look.width);
    }

    private static AxeRunOptions axe() {
        var rules = new AxeRunOnlyOptions();
        rules.setType("tag");
        rules.setValues(WCAG);
        var options = new AxeRunOptions();
        options.setRunOnly(rules);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /// Takes a picture of what the window shows for the README, `target/pictures/NAME.png`.
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    /// Forgets console errors that the test provoked, such as that of a page that is not there.
    public void forgiveErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        context.close();
        forgetGivenUp();
        assertThat(errors).as("errors in the browser's console").isEmpty();
    }

    /// Whoever types on gives up what was asked for before. htmx tells that as an error: the request has ended, and
    /// right
    /// after it, of the same element, that it was given up. An end alone stays an error.
    private void forgetGivenUp() {
        for (int i = errors.size() - 1; i > 0; i--) {
            String given = errors.get(i);
            if (given.startsWith(GIVEN_UP) && errors.get(i - 1).equals(ENDED + given.substring(GIVEN_UP.length()))) {
                errors.remove(i);
                errors.remove(--i);
            }
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        var running = chromium;
        if (running == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(MILLISECONDS_TO_WAIT);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setChromiumSandbox(false)
                            .setArgs(List.of(
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            chromium = running;
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Path program() {
        String named = System.getenv("FRAM_CHROMIUM");
        if (named != null) {
            return Path.of(named);
        }
        var folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Browser tests need Chromium. Install it ('apt-get install chromium-headless-shell'; "
                                + "./fram test does where it may), or point FRAM_CHROMIUM to its program."));
    }
}
