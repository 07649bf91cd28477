package org.fram.app;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.agreement.Agreeing;
import org.fram.app.agreement.Discussing;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.meeting.MeetingSamples;
import org.fram.app.plan.PlanOption;
import org.fram.app.plan.PlanOptions;
import org.fram.app.plan.WeighingOptions;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.notices.NoticeSamples;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs;
import org.fram.app.platform.runs.Runs;
import org.fram.app.raid.LinkingItems;
import org.fram.app.raid.RaidLinks;
import org.fram.app.raid.Relation;
import org.fram.app.raid.ThingKind;
import org.fram.app.signing.AskingForSignatures;
import org.fram.app.signing.GivingAuthority;
import org.fram.app.signing.Matter;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.signing.SigningAuthorities;
import org.fram.app.sow.DraftingSow;
import org.fram.app.status.KeepingReport;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// An engagement with one of each thing that a route can be about.
final class MatrixFixture {

    /// Routes about something that may be private to a party.
    static final Set<String> PRIVATE = Set.of(
            "{sow}",
            "{change}",
            "{item}",
            "{kpi}",
            "/new/{draft}",
            "/files/{id}",
            "/runs/{id}",
            "/rows/{id}",
            "/rows/{row}",
            "/trace/{row}",
            "/trace/read/{file}",
            "{request}");

    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private final Map<String, String> values = new HashMap<>();
    private final Deque<Part> missing = new ArrayDeque<>();

    /// Something of it that is made when a route is about it. It stands on those before it.
    private record Part(Set<String> names, Making making) {}

    @FunctionalInterface
    private interface Making {
        void make() throws Exception;
    }

    /// One with everything.
    ///
    /// @param privately whether statement of work, file, run and row are for the customer alone
    static MatrixFixture whole(MatrixPeople people, boolean privately) throws Exception {
        var fixture = new MatrixFixture(people, privately);
        fixture.complete();
        return fixture;
    }

    /// One in which the things come about when a route is about them: as good, and much quicker where another is needed
    /// because somebody removed something.
    ///
    /// @param privately whether statement of work, file, run and row are for the customer alone
    MatrixFixture(MatrixPeople people, boolean privately) throws Exception {
        var app = RunningApp.shared();
        var owner = people.account(MatrixPerson.OWNER);
        var wish = new CreatingEngagement.Wish(
                "Matrix", Kind.TECHNOLOGY_PROJECT, "Harbour Authority", Side.BUYER, ZoneId.of("UTC"));
        if (!(app.get(CreatingEngagement.class).create(owner.actor(), wish)
                instanceof CreatingEngagement.Outcome.Created(var id, var customer))) {
            throw new IllegalStateException("It is refused.");
        }
        var shaping = app.get(ShapingEngagement.class);
        shaping.addParty(owner.actor(), id, "Cloud Vendor", Side.VENDOR);
        shaping.addSite(owner.actor(), id, "Harbour office", ZoneId.of("UTC"), 5);
        var vendor = owner.asks(() -> app.get(Engagements.class).parties(id)).stream()
                .filter(party -> party.side() == Side.VENDOR)
                .map(Party::id)
                .findFirst()
                .orElseThrow();
        for (var person : MatrixPerson.members()) {
            if (person != MatrixPerson.OWNER) {
                add(people, person, id, person.customer ? customer : vendor);
            }
        }
        var colleague = app.person("Colleague");
        require(app.get(ManagingPeople.class)
                .add(
                        owner.actor(),
                        id,
                        colleague.email(),
                        colleague.name(),
                        new ManagingPeople.Place(customer, Role.VIEWER, Set.of())));
        var engagement =
                new TestEngagement(id, customer, vendor, owner, people.account(MatrixPerson.VENDOR_MANAGER), colleague);
        values.put("engagement", id.toString());
        values.put("party", customer.toString());
        values.put("person", colleague.id().toString());
        values.put("taker", vendor.toString());
        later(Set.of("guest", "link"), () -> guest(engagement));
        later(Set.of("activity", "arrival", "option"), () -> plan(engagement));
        later(
                Set.of("sow", "obligation", "draft", "step", "template", "asked", "remark"),
                () -> statement(engagement, privately));
        later(Set.of("row", "version", "deletion", "objective", "kpi"), () -> rows(engagement, privately));
        later(Set.of("change"), () -> change(engagement, privately));
        later(Set.of("item", "raidLink"), () -> decision(engagement, privately));
        later(
                Set.of("report"),
                () -> values.put(
                        "report", Integer.toString(app.get(KeepingReport.class).keep(owner.actor(), id))));
        later(Set.of("series", "day", "note", "point", "meeting"), () -> meeting(engagement));
        later(
                Set.of("site", "view", "upload", "decision", "webhook", "delivery"),
                () -> pages(people.browser(MatrixPerson.OWNER), engagement));
        later(
                Set.of("notice"),
                () -> values.put("notice", NoticeSamples.withDate(owner).toString()));
        later(Set.of("file"), () -> file(engagement, privately));
        later(
                Set.of("authority", "deputy", "deputyPerson", "request", "signatory"),
                () -> signatures(engagement, privately, colleague));
        later(
                Set.of("run"),
                () -> values.put(
                        "run",
                        owner.asks(() -> app.get(Runs.class).newest(id, 1))
                                .getFirst()
                                .id()
                                .toString()));
    }

    /// Makes all that was not asked for yet.
    ///
    /// @return whether there was something
    boolean complete() throws Exception {
        boolean some = !missing.isEmpty();
        while (!missing.isEmpty()) {
            missing.removeFirst().making().make();
        }
        return some;
    }

    /// What a route is asked with, also where its class reads it for all of its routes.
    static List<Parameter> parameters(Method method) {
        return Stream.concat(
                        Stream.of(method.getDeclaringClass().getDeclaredMethods())
                                .filter(shared -> shared.isAnnotationPresent(ModelAttribute.class)),
                        Stream.of(method))
                .flatMap(of -> Stream.of(of.getParameters()))
                .toList();
    }

    /// Whether what a route is about is there, or can be made: somebody may have removed what that stands on.
    boolean isReadyFor(String path, Method method) {
        try {
            need("link");
            for (var parameter : parameters(method)) {
                if (parameter.isAnnotationPresent(PathVariable.class)) {
                    value(parameter.getName(), parameter.getType(), path);
                } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                    value(parameter.getName(), parameter.getType(), "");
                }
            }
            return true;
        } catch (NotReadyException _) {
            return false;
        }
    }

    private static final class NotReadyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotReadyException(String name, Exception cause) {
            super("Nothing is there for " + name, cause);
        }
    }

    private void later(Set<String> names, Making making) {
        missing.addLast(new Part(names, making));
    }

    /// Makes what a name stands for.
    private void need(String name) {
        if (values.containsKey(name)
                || missing.stream().noneMatch(part -> part.names().contains(name))) {
            return;
        }
        try {
            while (missing.stream().anyMatch(part -> part.names().contains(name))) {
                missing.removeFirst().making().make();
            }
        } catch (Exception failure) {
            throw new NotReadyException(name, failure);
        }
    }

    private void file(TestEngagement engagement, boolean privately) throws Exception {
        var file = new KeepingFile.Arrival(
                "offer.md", Set.of("md"), new ByteArrayInputStream("# Offer".getBytes(StandardCharsets.UTF_8)));
        if (RunningApp.shared()
                        .get(KeepingFile.class)
                        .keep(
                                engagement.customer().actor(),
                                engagement.id(),
                                privately ? engagement.customerParty() : null,
                                file)
                instanceof KeepingFile.Outcome.Kept(var kept)) {
            values.put("file", kept.id().toString());
        }
    }

    /// What stands in a route or a form for a name.
    ///
    /// @param path of the route, where the name is a part of it
    String value(String name, Class<?> type, String path) {
        return switch (name) {
            case "id" ->
                type == EngagementId.class
                        ? known("engagement")
                        : path.contains("/files/")
                                ? known("file")
                                : path.contains("/runs/")
                                        ? known("run")
                                        : path.contains("/rows/") ? known("row") : known("obligation");
            case "name" -> path.isEmpty() ? "A name" : "requirements";
            case "row" -> path.isEmpty() ? known("row") + ":" + known("version") : known("row");
            case "ending" -> "csv";
            case "key" -> "text";
            case "items" -> "decisions";
            case "link" -> path.isEmpty() ? optional(name, "A text") : known("raidLink");
            case "what" -> "decided";
            case "relation" -> "concerns";
            case "practice" -> "SOW-01";
            case "email" -> "newcomer-%d@matrix.example".formatted(NEWCOMERS.incrementAndGet());
            case "lines" -> "One part.\nAnother part.";
            case "query", "view" -> path.isEmpty() ? "" : known(name);
            case "person", "party" -> type == String.class && name.equals("party") ? "Another party" : known(name);
            case "deputy" -> path.isEmpty() ? known("deputyPerson") : known(name);
            case "notice" -> known("notice");
            case "successor", "after" -> "";
            case "way" -> "up";
            case "shape" -> "paragraph";
            case "domains" -> "harbour.example";
            case "provider" -> "elsewhere";
            case "section" -> "scope";
            case "clause", "session", "passkey", "token" -> UUID.randomUUID().toString();
            case "goLive", "area" -> "";
            default -> optional(name, type == PartyId.class ? known("party") : "A text");
        };
    }

    private String known(String name) {
        need(name);
        return Objects.requireNonNull(values.get(name), name);
    }

    private String optional(String name, String otherwise) {
        need(name);
        return values.getOrDefault(name, otherwise);
    }

    private static void add(MatrixPeople people, MatrixPerson person, EngagementId id, PartyId party) {
        var account = people.account(person);
        require(RunningApp.shared()
                .get(ManagingPeople.class)
                .add(
                        people.account(MatrixPerson.OWNER).actor(),
                        id,
                        account.email(),
                        account.name(),
                        new ManagingPeople.Place(party, Objects.requireNonNull(person.role), Set.of())));
    }

    private static void require(ManagingPeople.Outcome outcome) {
        if (!(outcome instanceof ManagingPeople.Outcome.Added)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /// A plan, a later one that waits, and an option. Before all that is private, as the newest run may be.
    private void plan(TestEngagement engagement) throws InterruptedException {
        var app = RunningApp.shared();
        var owner = engagement.customer();
        var plan = new SamplePlan(engagement);
        plan.bringIn(SamplePlan.small(10));
        values.put(
                "arrival",
                String.valueOf(plan.bringIn(SamplePlan.small(12)).result()).replace("plan/arrivals/", ""));
        values.put("activity", plan.named("Train agents").id().toString());
        app.get(WeighingOptions.class)
                .add(
                        owner.actor(),
                        engagement.id(),
                        new WeighingOptions.Wish("No training", PlanOption.Type.DROP, "5", null, "", ""));
        values.put(
                "option",
                owner.asks(() -> app.get(PlanOptions.class).of(engagement.id()))
                        .getFirst()
                        .id()
                        .toString());
    }

    private void statement(TestEngagement engagement, boolean privately) throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        if (!privately) {
            sow.share();
            // A run that is not private either.
            sow.nextVersion(SowDraft.FIRST);
        }
        values.put("sow", sow.path("").replaceAll(".*/sow/", ""));
        values.put("obligation", sow.obligations().getFirst().id().toString());
        var draft = RunningApp.shared()
                .get(DraftingSow.class)
                .begin(engagement.customer().actor(), engagement.id(), "technology", privately);
        values.put("draft", draft.id().toString());
        values.put("step", "1");
        values.put("template", "technology");
        values.put("asked", "project");
        remark(engagement, sow);
    }

    private void remark(TestEngagement engagement, SowDraft sow) {
        var app = RunningApp.shared();
        var owner = engagement.customer();
        app.get(Discussing.class)
                .say(owner.actor(), engagement.id(), sow.id(), new Discussing.Said("scope", "Is that all?", "", false));
        values.put(
                "remark",
                owner.asks(() -> app.get(Agreeing.class).of(engagement.id(), sow.id())).sections().stream()
                        .flatMap(part -> part.remarks().stream())
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
    }

    private void guest(TestEngagement engagement) throws InterruptedException {
        String email = "guest-%d@matrix.example".formatted(NEWCOMERS.incrementAndGet());
        var wish = new InvitingGuests.Wish(
                email, "Guest", null, "Is that so?", Instant.now().plus(Duration.ofDays(1)), false);
        if (RunningApp.shared()
                        .get(InvitingGuests.class)
                        .invite(engagement.customer().actor(), engagement.id(), wish)
                instanceof InvitingGuests.Outcome.Invited(var link, var _)) {
            values.put("guest", link.toString());
            String path = TestMail.await(email, 1).getFirst().link("/guest");
            values.put("link", path.substring(path.indexOf('=') + 1));
        }
    }

    private void signatures(TestEngagement engagement, boolean privately, TestPerson colleague) {
        var app = RunningApp.shared();
        var owner = engagement.customer();
        var giving = app.get(GivingAuthority.class);
        giving.give(owner.actor(), engagement.id(), owner.id(), Matter.OTHER, null);
        var today = LocalDate.now(ZoneOffset.UTC);
        giving.nameDeputy(
                owner.actor(), engagement.id(), owner.id(), colleague.id(), today.plusDays(5), today.plusDays(6));
        owner.asks(() -> {
            var authorities = app.get(SigningAuthorities.class);
            values.put(
                    "authority", authorities.of(engagement.id()).getFirst().id().toString());
            values.put(
                    "deputy",
                    authorities.deputies(engagement.id()).getFirst().id().toString());
            return true;
        });
        values.put("deputyPerson", owner.id().toString());
        var wish = new AskingForSignatures.Wish(
                "Offer",
                Matter.OTHER,
                null,
                FileId.of(known("file")),
                List.of(owner.id()),
                false,
                Instant.now().plus(Duration.ofDays(1)),
                privately);
        if (app.get(AskingForSignatures.class).ask(owner.actor(), engagement.id(), wish)
                instanceof AskingForSignatures.Outcome.Asked(var request)) {
            values.put("request", request.toString());
            values.put(
                    "signatory",
                    owner.asks(() -> app.get(SignatureRequests.class).get(engagement.id(), request))
                            .signatories()
                            .getFirst()
                            .id()
                            .toString());
        }
    }

    private void rows(TestEngagement engagement, boolean privately) {
        var register = RunningApp.shared().parts().getBean("requirementsRegister", Register.class);
        var me = engagement.customer().actor();
        var row = new HashMap<String, @Nullable Object>(Map.of("text", "Calls are answered."));
        if (privately) {
            row.put("seenBy", true);
        }
        if (register.acts().add(register, me, engagement.id(), row) instanceof RowActs.RowOutcome.Done(var kept)) {
            values.put("row", kept.id().toString());
            values.put("version", Integer.toString(kept.version()));
        }
        if (register.acts().add(register, me, engagement.id(), row) instanceof RowActs.RowOutcome.Done(var gone)) {
            var deletion = register.acts().delete(register, me, engagement.id(), Map.of(gone.id(), gone.version()));
            values.put("deletion", deletion.id().toString());
        }
        for (var one :
                Map.of("objective", "objectivesRegister", "kpi", "kpisRegister").entrySet()) {
            var measuring = RunningApp.shared().parts().getBean(one.getValue(), Register.class);
            if (measuring.acts().add(measuring, me, engagement.id(), row)
                    instanceof RowActs.RowOutcome.Done(var kept)) {
                values.put(one.getKey(), kept.id().toString());
            }
        }
    }

    private void change(TestEngagement engagement, boolean privately) {
        var register = RunningApp.shared().parts().getBean("changesRegister", Register.class);
        var row = new HashMap<String, @Nullable Object>(Map.of("text", "Another queue."));
        if (privately) {
            row.put("seenBy", true);
        }
        if (register.acts().add(register, engagement.customer().actor(), engagement.id(), row)
                instanceof RowActs.RowOutcome.Done(var kept)) {
            values.put("change", kept.ref());
        }
    }

    private void meeting(TestEngagement engagement) {
        var values = MeetingSamples.withNote(engagement);
        this.values.putAll(values);
    }

    private void decision(TestEngagement engagement, boolean privately) {
        var app = RunningApp.shared();
        var me = engagement.customer();
        var register = app.parts().getBean("decisionsRegister", Register.class);
        var row = new HashMap<String, @Nullable Object>(Map.of("text", "One office first."));
        if (privately) {
            row.put("seenBy", true);
        }
        for (var given : List.of(row, new HashMap<>(row))) {
            if (register.acts().add(register, me.actor(), engagement.id(), given)
                    instanceof RowActs.RowOutcome.Done(var kept)) {
                values.put("item", kept.id().toString());
            }
        }
        var id = UUID.fromString(known("item"));
        app.get(LinkingItems.class)
                .link(
                        me.actor(),
                        engagement.id(),
                        ThingKind.DECISION,
                        id,
                        new LinkingItems.Wish(Relation.CONCERNS, ThingKind.DECISION, "D-1"));
        values.put(
                "raidLink",
                me.asks(() -> app.get(RaidLinks.class).of(engagement.id()))
                        .getFirst()
                        .id()
                        .toString());
    }

    /// Ids that only pages tell.
    private void pages(HttpBrowser owner, TestEngagement engagement) throws Exception {
        var setup = owner.get(engagement.path("setup")).body();
        values.put("site", id(setup, "/sites/"));
        String register = engagement.path("registers/requirements");
        owner.post(register + "/views", Map.of("view", "Mine", "query", "?q=calls", "shared", "false"));
        values.put("view", id(owner.get(register).body(), "/views/"));
        var upload = owner.upload(register + "/import", List.of(FormFile.of("file", "list.csv", "Requirement\nOne\n")));
        values.put("upload", id(upload.uri().getPath(), "/import/"));
        var findings = engagement.path("sow/" + known("sow") + "/findings");
        owner.post(
                findings + "/not-applicable",
                Map.of("practice", "SOW-01", "item", "", "reason", "Another one does it."));
        values.put("decision", id(owner.get(findings).body(), "/decisions/"));
        owner.post(engagement.path("webhooks"), Map.of("url", "http://localhost:9/", "topic", "ledger"));
        values.put("webhook", id(owner.get(engagement.path("webhooks")).body(), "/webhooks/"));
        String webhook = engagement.path("webhooks/" + known("webhook"));
        owner.post(webhook + "/test", Map.of());
        values.put("delivery", id(owner.get(webhook).body(), "/deliveries/"));
    }

    private static String id(String text, String before) {
        var found = Pattern.compile(Pattern.quote(before) + "([0-9a-f-]{36})").matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No id after " + before);
        }
        return found.group(1);
    }
}
