package org.fram.app;

import static fram.schema.api.Tables.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.api.ApiTokens;
import org.fram.app.platform.api.Scope;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Each route as each role of each party, as somebody of nothing, and as a stranger. The routes are those
/// that the application has: one without a rule here fails.
class AuthorityMatrixTest {

    private static final RunningApp APP = RunningApp.shared();

    /// Who may, in the order of the routes.
    private static final Map<String, Set<MatrixPerson>> RULES = rules();

    private final List<String> leaks = new ArrayList<>();
    private final List<String> locked = new ArrayList<>();
    private int cases;

    @Test
    void everyRouteHasARule() {
        var routes = new TreeSet<String>();
        routes().forEach((route, _) -> routes.add(route));

        assertThat(routes).isEqualTo(new TreeSet<>(RULES.keySet()));
    }

    @Test
    void nobodyDoesWhatIsNotTheirsAndEverybodyWhatIs() throws Exception {
        var people = MatrixPeople.signedIn();
        var shared = MatrixFixture.whole(people, false);
        var hidden = MatrixFixture.whole(people, true);
        for (var route : routes().entrySet()) {
            var may = RULES.getOrDefault(route.getKey(), Set.of());
            shared = tryAll(people, route.getKey(), route.getValue(), may, shared, false);
            if (MatrixFixture.PRIVATE.stream().anyMatch(route.getKey()::contains)) {
                var ours = new TreeSet<>(may);
                ours.removeIf(person -> !person.customer);
                hidden = tryAll(people, route.getKey(), route.getValue(), ours, hidden, true);
                if (route.getKey().endsWith("/share")) {
                    hidden = new MatrixFixture(people, true);
                }
            }
        }
        System.out.printf(
                "Authority: %d routes, %d cases of route, role and party, %d leaks%n",
                RULES.size(), cases, leaks.size());
        assertThat(leaks).as("what somebody did that is not theirs").isEmpty();
        assertThat(locked).as("what somebody could not do that is theirs").isEmpty();
    }

    /// Who may do everything does nothing by a token that is not good for it.
    @Test
    void noProgramDoesWhatItsTokenIsNotGoodFor() throws Exception {
        var people = MatrixPeople.signedIn();
        var fixture = MatrixFixture.whole(people, false);
        var owner = people.account(MatrixPerson.OWNER);
        var all = EnumSet.allOf(Scope.class);
        var another = people.account(MatrixPerson.OUTSIDER);
        var elsewhere = new MatrixFixture(people, false).value("engagement", EngagementId.class, "/");
        var programs = new LinkedHashMap<String, ApiClient>();
        programs.put("revoked", ApiClient.of(owner));
        var tokens = APP.get(ApiTokens.class);
        tokens.revoke(owner.actor(), tokens.of(owner.actor()).getFirst().id());
        programs.put("for another engagement", ApiClient.of(owner, all, Set.of(EngagementId.of(elsewhere))));
        programs.put("that only reads", ApiClient.of(owner, EnumSet.of(Scope.READ), null));
        programs.put("that only writes", ApiClient.of(owner, EnumSet.of(Scope.WRITE), null));
        programs.put("expired", ApiClient.of(another));
        expire(another);
        for (var route : routes().entrySet()) {
            if (!isApi(route.getKey()) || route.getKey().endsWith("/openapi.json")) {
                continue;
            }
            boolean reads = route.getKey().startsWith("GET");
            boolean anywhere = !route.getKey().contains("{engagement}");
            for (var program : programs.entrySet()) {
                int expected = switch (program.getKey()) {
                    case "revoked", "expired" -> 401;
                    case "for another engagement" -> anywhere ? 200 : 404;
                    case "that only reads" -> reads ? 200 : 403;
                    default -> reads ? 403 : 0;
                };
                if (expected != 0) {
                    cases++;
                    int status = ask(program.getValue(), route.getKey(), route.getValue(), fixture);
                    if (status != expected) {
                        leaks.add("%s by a token %s: %d".formatted(route.getKey(), program.getKey(), status));
                    }
                }
            }
            // A cookie is no token.
            if (reads) {
                cases++;
                int status = status(people.browser(MatrixPerson.OWNER), route.getKey(), route.getValue(), fixture, "");
                if (status != 401) {
                    leaks.add("%s by a cookie: %d".formatted(route.getKey(), status));
                }
            }
        }
        System.out.printf("Tokens: %d cases of route and token, %d leaks%n", cases, leaks.size());
        assertThat(leaks).as("what a token did that is not its").isEmpty();
    }

    /// Lets a person's tokens have expired long ago.
    private static void expire(TestPerson person) {
        person.asks(() -> APP.get(DSLContext.class)
                .update(TOKEN)
                .set(TOKEN.CREATED, Instant.parse("2020-01-01T00:00:00Z"))
                .set(TOKEN.EXPIRES, Instant.parse("2020-06-01T00:00:00Z"))
                .execute());
    }

    private MatrixFixture tryAll(
            MatrixPeople people,
            String route,
            HandlerMethod method,
            Set<MatrixPerson> may,
            MatrixFixture given,
            boolean privately)
            throws Exception {
        var path = route.substring(route.indexOf(' ') + 1);
        var fixture = given.isReadyFor(path, method.getMethod()) ? given : new MatrixFixture(people, privately);
        // Those first who must not, as the others may change or remove what it is about.
        for (var person : MatrixPerson.values()) {
            if (!may.contains(person)) {
                cases++;
                int status = status(people, person, route, method, fixture);
                if (!Set.of(401, 403, 404).contains(status)) {
                    leaks.add("%s as %s%s: %d".formatted(route, person, privately ? ", private" : "", status));
                }
            }
        }
        for (var person : may) {
            cases++;
            int status = status(people, person, route, method, fixture);
            if (status == 404) {
                // Whoever was before them may have removed it.
                fixture = new MatrixFixture(people, privately);
                status = status(people, person, route, method, fixture);
            }
            if (status == 404 && fixture.complete()) {
                // It is about something that its address does not name.
                status = status(people, person, route, method, fixture);
            }
            if (Set.of(400, 401, 403, 404).contains(status) || status >= 500) {
                locked.add("%s as %s%s: %d".formatted(route, person, privately ? ", private" : "", status));
            }
        }
        return fixture;
    }

    /// What the application answers: to a program below `/api/v1`, and elsewhere to a browser.
    private static int status(
            MatrixPeople people, MatrixPerson person, String route, HandlerMethod method, MatrixFixture fixture)
            throws IOException, InterruptedException {
        String link = person == MatrixPerson.GUEST ? fixture.value("link", String.class, "") : "";
        if (isApi(route)) {
            return ask(link.isEmpty() ? people.program(person) : new ApiClient(link), route, method, fixture);
        }
        return status(people.browser(person), route, method, fixture, link);
    }

    private static boolean isApi(String route) {
        return route.contains(" /api/v1/");
    }

    private static int ask(ApiClient program, String route, HandlerMethod method, MatrixFixture fixture)
            throws IOException, InterruptedException {
        var verb = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1);
        for (var parameter : MatrixFixture.parameters(method.getMethod())) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                var name = parameter.getName();
                path = path.replace("{" + name + "}", fixture.value(name, parameter.getType(), path));
            }
        }
        @Nullable String body = null;
        if (Set.of("POST", "PATCH").contains(verb)) {
            body = path.contains("/rows") ? "{\"values\": {\"text\": \"One\"}}" : "{\"state\": \"accepted\"}";
        }
        return program.ask(verb, path, body, Map.of("If-Match", "\"0\"")).status();
    }

    /// What the application answers; 401 where it asks to sign in.
    ///
    /// @param link of a guest, which goes along whether it is asked for or not; empty for others
    private static int status(
            HttpBrowser browser, String route, HandlerMethod method, MatrixFixture fixture, String link)
            throws IOException, InterruptedException {
        var path = route.substring(route.indexOf(' ') + 1);
        var fields = new LinkedHashMap<String, String>();
        @Nullable FormFile file = null;
        for (var parameter : MatrixFixture.parameters(method.getMethod())) {
            var name = parameter.getName();
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                path = path.replace("{" + name + "}", fixture.value(name, parameter.getType(), path));
            } else if (isFile(parameter)) {
                file = FormFile.of(name, "list.csv", "Requirement\nOne\n");
                if (name.equals("document")) {
                    file = FormFile.of(name, "sow.md", "# Scope\n\nThe Vendor trains.\n");
                }
            } else if (parameter.isAnnotationPresent(RequestParam.class)
                    && !Map.class.isAssignableFrom(parameter.getType())) {
                fields.put(name, value(name, parameter, fixture));
            }
        }
        boolean htmx = route.endsWith("htmx");
        path = path.replace(" htmx", "");
        if (!link.isEmpty()) {
            fields.put("link", link);
        }
        if (route.startsWith("GET") && fields.containsKey("link")) {
            path += "?link=" + fields.get("link");
        }
        var answer = route.startsWith("GET")
                ? browser.get(path, htmx)
                : file == null ? browser.post(path, fields) : browser.upload(path, List.of(file));
        boolean asked = path.replaceFirst("\\?.*", "").equals("/sign-in");
        return answer.uri().getPath().equals("/sign-in") && !asked ? 401 : answer.statusCode();
    }

    private static boolean isFile(Parameter parameter) {
        return parameter.getParameterizedType().getTypeName().contains(MultipartFile.class.getSimpleName());
    }

    private static String value(String name, Parameter parameter, MatrixFixture fixture) {
        var type = parameter.getType();
        if (type == LocalDate.class) {
            return "2099-12-31";
        }
        if (type == ZoneId.class) {
            return "UTC";
        }
        if (type == boolean.class) {
            return "false";
        }
        if (type == Set.class) {
            return "";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "0";
        }
        if (type.isEnum() && type.getEnumConstants()[0] instanceof Code code) {
            return code.code();
        }
        if (Set.of("booking", "answer", "before").contains(name) && type == UUID.class) {
            return fixture.value("activity", type, "");
        }
        return fixture.value(name, type, "");
    }

    private static Map<String, HandlerMethod> routes() {
        var routes = new TreeMap<String, HandlerMethod>();
        APP.parts()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> routes.put(route(info), method));
        // Where the container goes by itself when something failed.
        routes.remove("GET /error");
        return routes;
    }

    private static String route(RequestMappingInfo info) {
        var path = info.getPatternValues().iterator().next();
        var methods = info.getMethodsCondition().getMethods();
        return (methods.isEmpty() ? "GET" : methods.iterator().next().name()) + " " + path
                + (info.getHeadersCondition().isEmpty() ? "" : " htmx");
    }

    private static Map<String, Set<MatrixPerson>> rules() {
        var rules = new TreeMap<String, Set<MatrixPerson>>();
        rule(rules, MatrixPerson.all(), "GET /sign-in", "GET /health/live", "GET /health/ready");
        // A token that is none is refused, also where none is asked for: a guest's link is no token.
        var withoutWrongToken = EnumSet.complementOf(EnumSet.of(MatrixPerson.GUEST));
        rule(rules, withoutWrongToken, "GET /api/v1/openapi.json");
        // Without a password that was right they lead back to signing in.
        rule(rules, Set.of(), "GET /sign-in/code", "POST /sign-in/code", "POST /sign-in/passkey");
        // Nobody is there at the provider, and nobody comes back; those who are signed in are told so on their account.
        rule(rules, Set.of(), "GET /sign-in/with/{provider}");
        rule(rules, MatrixPerson.signedIn(), "GET /sign-in/with/{provider}/return");
        // It says nothing but what to ask a device.
        rule(rules, MatrixPerson.all(), "POST /sign-in/passkey/options");
        // It says that there is an administrator, to everybody.
        rule(rules, MatrixPerson.all(), "POST /first-administrator");
        // What a link opens says the link, and whoever forgot their password is nobody yet.
        rule(
                rules,
                MatrixPerson.all(),
                "GET /guest",
                "GET /guest/document",
                "POST /guest",
                "GET /enter",
                "POST /enter",
                "GET /recovery",
                "POST /recovery");
        rule(rules, Set.of(), "GET /first-administrator");
        // It is let in by what its address carries, and nobody has that here.
        rule(rules, Set.of(), "GET /calendar/feed.ics");
        rule(rules, MatrixPerson.signedIn(), """
                GET /
                GET /account
                GET /account/data
                GET /account/notices
                GET /account/tokens
                GET /api/docs
                GET /api/v1/engagements
                GET /api/v1/me
                GET /api/v1/mine
                GET /calendar
                POST /calendar/feed
                POST /calendar/feed/withdraw
                GET /design
                GET /engagements
                GET /mine
                GET /portfolio
                GET /engagements/new
                GET /notices
                GET /notices/{notice}
                POST /account/notices
                GET /account/passkeys
                GET /account/providers
                GET /account/second-factor
                GET /design
                GET /engagements
                GET /engagements/new
                POST /account/again
                POST /account/passkeys
                POST /account/passkeys/options
                POST /account/passkeys/{passkey}/remove
                POST /account/password
                POST /account/providers/{provider}/link
                POST /account/providers/{provider}/unlink
                POST /account/second-factor
                POST /account/second-factor/confirm
                POST /account/second-factor/recovery-codes
                POST /account/second-factor/turn-off
                POST /account/sessions/end-others
                POST /account/sessions/{session}/end
                POST /account/tokens
                POST /account/tokens/{token}/revoke
                POST /engagements
                POST /notices/read
                POST /notices/{notice}/read""".split("\n"));
        // It is the owner's.
        rule(rules, Set.of(MatrixPerson.OWNER), "GET /notices/{notice}/event.ics");
        rule(rules, Set.of(MatrixPerson.ADMINISTRATOR), """
                GET /mail
                GET /metrics
                GET /people
                POST /mail/trial
                POST /people
                GET /people/{person}/erase
                POST /people/{person}/erase
                POST /people/{person}/invitation
                POST /people/{person}/invitation/take-back
                POST /people/{person}/password
                POST /people/second-factor
                POST /people/{person}/second-factor/turn-off""".split("\n"));
        rule(rules, MatrixPerson.members(), """
                GET /api/v1/engagements/{engagement}
                GET /api/v1/engagements/{engagement}/alignment
                GET /api/v1/engagements/{engagement}/facts
                GET /api/v1/engagements/{engagement}/kpis/{kpi}/formulas
                GET /api/v1/engagements/{engagement}/ledger
                GET /api/v1/engagements/{engagement}/objectives
                GET /api/v1/engagements/{engagement}/objectives/confirmations
                GET /api/v1/engagements/{engagement}/parties
                GET /api/v1/engagements/{engagement}/duties
                GET /api/v1/engagements/{engagement}/people
                GET /api/v1/engagements/{engagement}/responsibilities
                POST /api/v1/engagements/{engagement}/duties
                GET /engagements/{engagement}/duties
                POST /engagements/{engagement}/duties
                GET /api/v1/engagements/{engagement}/registers
                GET /api/v1/engagements/{engagement}/registers/{name}/rows
                GET /api/v1/engagements/{engagement}/registers/{name}/rows/{row}
                GET /api/v1/engagements/{engagement}/registers/{name}/rows/{row}/history
                GET /api/v1/engagements/{engagement}/sites
                GET /api/v1/engagements/{engagement}/sow
                GET /api/v1/engagements/{engagement}/sow/{sow}
                GET /api/v1/engagements/{engagement}/sow/{sow}/document
                GET /api/v1/engagements/{engagement}/sow/{sow}/versions
                GET /api/v1/engagements/{engagement}/sow/{sow}/whole
                GET /api/v1/engagements/{engagement}/sow/{sow}/findings
                GET /api/v1/engagements/{engagement}/sow/{sow}/obligations
                GET /api/v1/engagements/{engagement}/sow/{sow}/obligations/{obligation}
                GET /engagements/{engagement}/alignment
                GET /engagements/{engagement}/calendar
                GET /engagements/{engagement}/calendar.ics
                GET /engagements/{engagement}/readiness
                GET /engagements/{engagement}/readiness/usual
                GET /engagements/{engagement}/facts.yaml
                GET /engagements/{engagement}/files/{id}
                GET /engagements/{engagement}/kpis/{kpi}/formulas
                GET /engagements/{engagement}/objectives/confirmations
                GET /engagements/{engagement}/prices
                GET /engagements/{engagement}/prices.xlsx
                GET /engagements/{engagement}/raci
                GET /engagements/{engagement}/raci/export.xlsx
                GET /engagements/{engagement}/numbers
                GET /engagements/{engagement}/prices
                GET /engagements/{engagement}/prices.xlsx
                GET /engagements/{engagement}/provisioning
                GET /engagements/{engagement}/provisioning.xlsx
                GET /engagements/{engagement}/date
                GET /engagements/{engagement}/plan
                GET /engagements/{engagement}/plan/activities/{activity}
                GET /engagements/{engagement}/plan/arrivals/{arrival}
                GET /engagements/{engagement}/plan/bookings
                GET /engagements/{engagement}/plan/file
                GET /engagements/{engagement}/raid/{items}/{item}
                GET /engagements/{engagement}/risks/matrix
                GET /engagements/{engagement}/waiting
                GET /engagements/{engagement}/delays
                GET /engagements/{engagement}/escalation
                GET /api/v1/engagements/{engagement}/status
                GET /api/v1/engagements/{engagement}/status/reports
                GET /api/v1/engagements/{engagement}/status/reports/{report}
                GET /engagements/{engagement}/status
                GET /engagements/{engagement}/status/report.docx
                GET /engagements/{engagement}/status/report.pdf
                GET /engagements/{engagement}/status/reports/{report}
                GET /engagements/{engagement}/meetings
                GET /engagements/{engagement}/meetings/{series}
                GET /engagements/{engagement}/meetings/{series}/meetings.ics
                GET /engagements/{engagement}/meetings/{series}/{day}
                GET /engagements/{engagement}/meetings/{series}/{day}/minutes.docx
                GET /engagements/{engagement}/meetings/{series}/{day}/said
                GET /api/v1/engagements/{engagement}/meetings
                GET /api/v1/engagements/{engagement}/meetings/{series}/{day}
                GET /engagements/{engagement}/plan/levelled
                GET /engagements/{engagement}/plan/load
                GET /engagements/{engagement}/registers/{name}
                GET /engagements/{engagement}/registers/{name}/export.{ending}
                GET /engagements/{engagement}/registers/{name}/rows/{id}
                GET /engagements/{engagement}/runs
                GET /engagements/{engagement}/runs/{id}
                GET /engagements/{engagement}/runs/{id}/state
                GET /engagements/{engagement}/sow
                GET /engagements/{engagement}/sow/{sow}
                GET /engagements/{engagement}/sow/{sow}/agreement
                GET /engagements/{engagement}/sow/{sow}/draft.docx
                GET /engagements/{engagement}/sow/{sow}/export
                GET /engagements/{engagement}/sow/{sow}/whole.docx
                GET /engagements/{engagement}/sow/{sow}/whole.json
                GET /engagements/{engagement}/sow/{sow}/whole.xlsx
                GET /engagements/{engagement}/sow/{sow}/facts.yaml
                GET /engagements/{engagement}/sow/{sow}/findings
                GET /engagements/{engagement}/sow/{sow}/findings.xlsx
                GET /engagements/{engagement}/sow/{sow}/findings/practices/{practice}
                GET /engagements/{engagement}/sow/{sow}/gate
                GET /engagements/{engagement}/sow/{sow}/labels.json
                GET /engagements/{engagement}/sow/{sow}/obligations/{id} htmx
                GET /api/v1/engagements/{engagement}/search
                GET /engagements/{engagement}/search
                GET /engagements/{engagement}/search/hits
                GET /engagements/{engagement}/changes
                GET /engagements/{engagement}/changes/{change}
                GET /api/v1/engagements/{engagement}/changes/{change}
                GET /api/v1/engagements/{engagement}/sow/{sow}/agreement
                GET /api/v1/engagements/{engagement}/sow/{sow}/clauses
                GET /engagements/{engagement}/sow/{sow}/clauses
                GET /engagements/{engagement}/sow/{sow}/clauses/changes
                GET /engagements/{engagement}/sow/{sow}/redline
                GET /engagements/{engagement}/sow/{sow}/redline.docx
                GET /engagements/{engagement}/sow/{sow}/review
                GET /engagements/{id}
                GET /engagements/{id}/ledger
                GET /engagements/{id}/ledger.jsonl
                GET /engagements/{id}/people
                GET /engagements/{id}/setup
                GET /engagements/{engagement}/trace
                GET /engagements/{engagement}/trace.xlsx
                GET /engagements/{id}/signatures
                GET /engagements/{id}/signatures/authority
                GET /engagements/{id}/signatures/{request}
                GET /engagements/{id}/signatures/{request}/record.pdf
                POST /engagements/{engagement}/registers/{name}/views
                POST /engagements/{engagement}/registers/{name}/views/{view}/remove""".split("\n"));
        rule(rules, MatrixPerson.contributors(), """
                DELETE /api/v1/engagements/{engagement}/registers/{name}/rows/{row}
                PATCH /api/v1/engagements/{engagement}/registers/{name}/rows/{row}
                PATCH /api/v1/engagements/{engagement}/sow/{sow}/obligations/{obligation}
                POST /api/v1/engagements/{engagement}/registers/{name}/rows
                GET /engagements/{engagement}/raci/import
                POST /engagements/{engagement}/raci
                POST /engagements/{engagement}/raci/functions
                POST /engagements/{engagement}/raci/functions/remove
                POST /engagements/{engagement}/raci/import
                POST /engagements/{engagement}/raci/people
                POST /engagements/{engagement}/raci/proposal
                POST /engagements/{engagement}/raci/rows
                POST /engagements/{engagement}/raci/undo
                POST /engagements/{engagement}/readiness/usual
                GET /engagements/{engagement}/numbers/range
                POST /engagements/{engagement}/numbers/range
                GET /engagements/{engagement}/plan/activities/new
                POST /engagements/{engagement}/date/options
                POST /engagements/{engagement}/date/options/{option}/remove
                POST /engagements/{engagement}/plan/activities
                POST /engagements/{engagement}/plan/activities/{activity}
                POST /engagements/{engagement}/plan/activities/{activity}/after
                POST /engagements/{engagement}/plan/activities/{activity}/confirm
                POST /engagements/{engagement}/plan/activities/{activity}/move
                POST /engagements/{engagement}/plan/activities/{activity}/remove
                POST /engagements/{engagement}/plan/activities/{activity}/unconfirm
                POST /engagements/{engagement}/plan/arrivals/{arrival}
                POST /engagements/{engagement}/plan/arrivals/{arrival}/decline
                POST /engagements/{engagement}/plan/bookings/take
                POST /engagements/{engagement}/plan/frame
                POST /engagements/{engagement}/plan/import
                POST /engagements/{engagement}/plan/level
                POST /engagements/{engagement}/plan/levelled/decline
                POST /engagements/{engagement}/plan/levelled/take
                POST /engagements/{engagement}/plan/simulate
                POST /engagements/{engagement}/plan/undo
                GET /engagements/{engagement}/actions/new
                POST /engagements/{engagement}/actions
                POST /engagements/{engagement}/raid/{items}/{item}/links
                GET /engagements/{engagement}/meetings/new
                GET /engagements/{engagement}/meetings/now
                GET /engagements/{engagement}/meetings/{series}/edit
                POST /engagements/{engagement}/meetings
                POST /engagements/{engagement}/meetings/now
                POST /engagements/{engagement}/meetings/{series}
                POST /engagements/{engagement}/meetings/{series}/{day}/hold
                POST /engagements/{engagement}/meetings/{series}/{day}/leave-out
                POST /engagements/{engagement}/meetings/{series}/{day}/move
                POST /engagements/{engagement}/meetings/{series}/{day}/notes
                POST /engagements/{engagement}/meetings/{series}/{day}/notes/{note}
                POST /engagements/{engagement}/meetings/{series}/{day}/notes/{note}/remove
                POST /engagements/{engagement}/meetings/{series}/{day}/points
                POST /engagements/{engagement}/meetings/{series}/{day}/points/remove
                POST /engagements/{engagement}/meetings/{series}/{day}/present
                POST /engagements/{engagement}/meetings/{series}/{day}/send
                POST /engagements/{engagement}/meetings/{series}/{day}/take-up
                POST /engagements/{engagement}/risks/categories
                POST /engagements/{engagement}/risks/reviews
                POST /engagements/{engagement}/raid/{items}/{item}/links/{link}/remove
                POST /engagements/{engagement}/escalation/begin
                POST /engagements/{engagement}/waiting/delays
                POST /engagements/{engagement}/raid/{items}/{item}/today
                GET /engagements/{engagement}/registers/{name}/import
                GET /engagements/{engagement}/registers/{name}/new
                GET /engagements/{engagement}/sow/new
                GET /engagements/{engagement}/sow/new/{draft}
                GET /engagements/{engagement}/sow/new/{draft}/steps/{step}
                GET /engagements/{engagement}/sow/{sow}/obligations/{id}/edit
                GET /engagements/{engagement}/sow/{sow}/obligations/{id}/edit htmx
                POST /engagements/{engagement}/registers/{name}/delete
                POST /engagements/{engagement}/registers/{name}/deletions/{deletion}/undo
                POST /engagements/{engagement}/registers/{name}/import
                POST /engagements/{engagement}/registers/{name}/many
                POST /engagements/{engagement}/registers/{name}/many/form
                POST /engagements/{engagement}/registers/{name}/new
                POST /engagements/{engagement}/registers/{name}/rows/{id}
                POST /engagements/{engagement}/registers/{name}/rows/{id}/cells/{key}
                POST /engagements/{engagement}/registers/{name}/undo
                POST /engagements/{engagement}/runs/{id}/cancel
                GET /engagements/{engagement}/trace/read
                GET /engagements/{engagement}/trace/read/{file}
                GET /engagements/{engagement}/trace/{row}
                POST /engagements/{engagement}/trace/read
                POST /engagements/{engagement}/trace/read/{file}
                POST /engagements/{engagement}/trace/{row}
                POST /engagements/{engagement}/sow
                POST /engagements/{engagement}/sow/new
                POST /engagements/{engagement}/sow/new/{draft}/discard
                POST /engagements/{engagement}/sow/new/{draft}/document
                POST /engagements/{engagement}/sow/new/{draft}/steps/{step}
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/accept
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/assign
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/correct
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/drop
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/ours
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/reopen
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/split
                POST /engagements/{engagement}/sow/{sow}/obligations/{id}/theirs
                POST /engagements/{engagement}/sow/{sow}/agreement/remarks
                POST /engagements/{engagement}/sow/{sow}/agreement/remarks/{remark}/settle
                POST /engagements/{engagement}/changes/reviews/{sow}
                POST /engagements/{engagement}/changes/{change}/wording
                POST /api/v1/engagements/{engagement}/sow/{sow}/agreement/remarks
                POST /api/v1/engagements/{engagement}/sow/{sow}/agreement/remarks/{remark}
                POST /api/v1/engagements/{engagement}/sow/{sow}/clauses
                POST /api/v1/engagements/{engagement}/sow/{sow}/clauses/{clause}
                POST /api/v1/engagements/{engagement}/changes/{change}/wording
                POST /engagements/{engagement}/sow/{sow}/clauses/add
                POST /engagements/{engagement}/sow/{sow}/clauses/begin
                POST /engagements/{engagement}/sow/{sow}/clauses/discard
                POST /engagements/{engagement}/sow/{sow}/clauses/make
                POST /engagements/{engagement}/sow/{sow}/clauses/undo
                POST /engagements/{engagement}/sow/{sow}/clauses/{clause}/move
                POST /engagements/{engagement}/sow/{sow}/clauses/{clause}/shift
                POST /engagements/{engagement}/sow/{sow}/clauses/{clause}/take-out
                POST /engagements/{engagement}/sow/{sow}/clauses/{clause}/write
                POST /engagements/{engagement}/sow/{sow}/redline/pdf
                POST /engagements/{engagement}/sow/{sow}/review/accept
                POST /engagements/{engagement}/sow/{sow}/review/add
                POST /engagements/{engagement}/sow/{sow}/review/merge
                POST /engagements/{engagement}/sow/{sow}/versions
                POST /engagements/{engagement}/sow/{sow}/whole/pdf""".split("\n"));
        // A list on its way in is of whoever gave it.
        rule(rules, Set.of(MatrixPerson.OWNER), """
                GET /engagements/{engagement}/registers/{name}/import/{upload}
                POST /engagements/{engagement}/registers/{name}/import/{upload}""".split("\n"));
        rule(rules, MatrixPerson.managers(), """
                POST /engagements/{engagement}/date/accept
                POST /engagements/{engagement}/date/target
                POST /engagements/{engagement}/plan/baseline
                POST /engagements/{engagement}/plan/bookings/ask
                GET /engagements/{id}/webhooks
                POST /api/v1/engagements/{engagement}/objectives/confirmations
                POST /engagements/{engagement}/objectives/confirmations
                POST /engagements/{id}/webhooks
                POST /api/v1/engagements/{engagement}/changes/{change}/decisions
                POST /api/v1/engagements/{engagement}/sow/{sow}/agreement/sections
                POST /engagements/{engagement}/changes/{change}/agree
                POST /engagements/{engagement}/raid/{items}/{item}/enter
                POST /api/v1/engagements/{engagement}/status/reports
                POST /engagements/{engagement}/status/lights
                POST /engagements/{engagement}/status/lights/remove
                POST /engagements/{engagement}/status/reports
                POST /engagements/{engagement}/status/rhythm
                POST /engagements/{engagement}/meetings/{series}/{day}/ask
                POST /engagements/{engagement}/changes/{change}/in-scope
                POST /engagements/{engagement}/changes/{change}/order
                POST /engagements/{engagement}/changes/{change}/refuse
                POST /engagements/{engagement}/duties/ask
                POST /engagements/{engagement}/sow/{sow}/agreement/agree
                POST /engagements/{engagement}/sow/{sow}/agreement/put-up
                POST /engagements/{engagement}/sow/{sow}/agreement/reopen
                POST /engagements/{engagement}/sow/{sow}/findings/decisions/{decision}/take-back
                POST /engagements/{engagement}/sow/{sow}/findings/not-applicable
                POST /engagements/{engagement}/sow/{sow}/findings/waive
                POST /engagements/{engagement}/sow/{sow}/share
                POST /engagements/{id}/setup
                POST /engagements/{id}/setup/parties
                POST /engagements/{id}/setup/sites
                POST /engagements/{id}/setup/sites/{site}/remove
                GET /engagements/{id}/signatures/elsewhere
                GET /engagements/{id}/signatures/new
                GET /engagements/{id}/guests
                POST /engagements/{id}/guests
                POST /engagements/{id}/guests/{guest}/revoke
                POST /engagements/{id}/signatures/elsewhere
                POST /engagements/{id}/signatures/new
                POST /engagements/{id}/signatures/{request}/withdraw""".split("\n"));
        // Whoever is asked signs, and nobody else.
        rule(rules, Set.of(MatrixPerson.OWNER), """
                POST /engagements/{id}/signatures/{request}/refuse
                POST /engagements/{id}/signatures/{request}/sign""".split("\n"));
        // It is about somebody of the customer: the vendor's manager has no say in that.
        rule(rules, Set.of(MatrixPerson.OWNER, MatrixPerson.CUSTOMER_MANAGER), """
                GET /engagements/{id}/people/{person}/leave
                POST /engagements/{id}/people
                POST /engagements/{id}/setup/parties/{party}/domains
                POST /engagements/{id}/people/{person}
                POST /engagements/{id}/people/{person}/invitation
                POST /engagements/{id}/people/{person}/invitation/take-back
                POST /engagements/{id}/people/{person}/remove
                POST /engagements/{id}/signatures/authority
                POST /engagements/{id}/signatures/authority/{authority}/withdraw
                POST /engagements/{id}/signatures/deputies
                POST /engagements/{id}/signatures/deputies/{deputy}/end""".split("\n"));
        // It is the customer's own.
        rule(rules, Set.of(MatrixPerson.OWNER, MatrixPerson.CUSTOMER_MANAGER), """
                GET /engagements/{id}/webhooks/{webhook}
                POST /engagements/{id}/webhooks/{webhook}/deliveries/{delivery}/replay
                POST /engagements/{id}/webhooks/{webhook}/pause
                POST /engagements/{id}/webhooks/{webhook}/remove
                POST /engagements/{id}/webhooks/{webhook}/resume
                POST /engagements/{id}/webhooks/{webhook}/test""".split("\n"));
        return rules;
    }

    private static void rule(Map<String, Set<MatrixPerson>> rules, Set<MatrixPerson> may, String... routes) {
        for (String route : routes) {
            rules.put(route, may);
        }
    }
}
