package org.fram.app.sow.trace.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.trace.TakingRequirements;
import org.fram.app.sow.trace.TakingRequirements.Arrived;
import org.fram.app.sow.trace.TakingRequirements.Proposed;
import org.fram.app.sow.trace.TakingRequirements.Read;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Requirements out of a document: which document, what was found in it, and what is taken.
@Controller
@RequestMapping("/engagements/{engagement}/trace/read")
class ReadController {

    private static final int PART = 250;

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final TakingRequirements taking;
    private final Templates templates;

    ReadController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            TakingRequirements taking,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.taking = taking;
        this.templates = templates;
    }

    @GetMapping
    View ask(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return ask(frame, me, engagement, RequirementSource.RFP, "");
    }

    @PostMapping
    View keep(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam MultipartFile document,
            @RequestParam(defaultValue = "rfp") String source,
            @RequestParam(defaultValue = "false") boolean privately,
            HttpServletResponse response)
            throws IOException {
        String name = Objects.requireNonNullElse(document.getOriginalFilename(), "");
        var from = source(source);
        String refusal;
        if (document.isEmpty() && name.isEmpty()) {
            refusal = frame.text("sow.refused.noFile");
        } else {
            try (var stream = document.getInputStream()) {
                switch (taking.keep(me, engagement, name, stream, privately)) {
                    case Arrived.Kept(var file) -> {
                        return to(engagement, file, from, privately, 1);
                    }
                    case Arrived.Refused(var reason) -> refusal = frame.text(reason);
                }
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return ask(frame, me, engagement, from, refusal);
    }

    @GetMapping("/{file}")
    View choose(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable FileId file,
            @RequestParam(defaultValue = "rfp") String source,
            @RequestParam(defaultValue = "false") boolean privately,
            @RequestParam(defaultValue = "1") int part) {
        var wanted = new Wanted(file, source(source), privately, part);
        return proposals(frame, me, engagement, wanted, "");
    }

    /// @param chosen positions among what was found
    @PostMapping("/{file}")
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable FileId file,
            @RequestParam(defaultValue = "rfp") String source,
            @RequestParam(defaultValue = "false") boolean privately,
            @RequestParam(defaultValue = "1") int part,
            @RequestParam(defaultValue = "") List<String> chosen,
            HttpServletResponse response) {
        var wanted = new Wanted(file, source(source), privately, part);
        var positions = new HashSet<>(chosen);
        var all = taking.read(me, engagement, file, wanted.source()) instanceof Read.Found(var _, var proposals)
                ? proposals
                : List.<Proposed>of();
        var those = IntStream.range(0, all.size())
                .filter(at -> positions.contains(Integer.toString(at)))
                .mapToObj(at -> all.get(at).proposal())
                .toList();
        if (those.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return proposals(frame, me, engagement, wanted, frame.text("sow.trace.read.noneChosen"));
        }
        taking.take(me, engagement, those, wanted.source(), privately);
        return part * PART < all.size()
                ? to(engagement, file, wanted.source(), privately, part + 1)
                : new RedirectView(EngagementHeads.address(engagement) + "/trace");
    }

    /// @param part from 1
    private record Wanted(FileId file, RequirementSource source, boolean privately, int part) {}

    private View ask(Frame frame, Actor.Person me, EngagementId engagement, RequirementSource source, String refusal) {
        return html(templates.sowTraceRead(frame, transactions.as(me, () -> {
            var head = heads.of(frame, me, engagement);
            authority.require(me, Act.CONTRIBUTE, engagement);
            return new ReadPage(
                    head,
                    head.address() + "/trace",
                    Choice.of(RequirementSource.class, "sow.requirement.source", source, frame),
                    TakingRequirements.ENDINGS.stream()
                            .sorted()
                            .map(ending -> "." + ending)
                            .collect(Collectors.joining(",")),
                    refusal);
        })));
    }

    private View proposals(Frame frame, Actor.Person me, EngagementId engagement, Wanted wanted, String refusal) {
        var read = taking.read(me, engagement, wanted.file(), wanted.source());
        var head = transactions.as(me, () -> heads.of(frame, me, engagement));
        String trace = head.address() + "/trace";
        String address = trace + "/read/" + wanted.file();
        String name = switch (read) {
            case Read.Found(var file, var _) -> file;
            case Read.Unreadable(var file, var _) -> file;
        };
        var all = read instanceof Read.Found(var _, var found) ? found : List.<Proposed>of();
        String nothing = read instanceof Read.Unreadable(var _, var reason)
                ? reason
                : all.isEmpty() ? frame.text("sow.trace.read.nothing", name) : "";
        int parts = Math.max(1, (all.size() + PART - 1) / PART);
        int part = Math.clamp(wanted.part(), 1, parts);
        int from = (part - 1) * PART;
        int until = Math.min(from + PART, all.size());
        var lines = new ArrayList<ProposalsPage.Line>();
        for (int at = from; at < until; at++) {
            lines.add(line(frame, at, all.get(at)));
        }
        return html(templates.sowTraceProposals(
                frame,
                new ProposalsPage(
                        head,
                        trace,
                        address,
                        name,
                        wanted.source().code(),
                        frame.text("sow.requirement.source." + wanted.source().code()),
                        wanted.privately(),
                        part,
                        all.isEmpty()
                                ? ""
                                : frame.text(
                                        parts == 1 ? "sow.trace.read.found" : "sow.trace.read.foundPart",
                                        all.size(),
                                        from + 1,
                                        until),
                        refusal,
                        nothing,
                        lines,
                        parts == 1
                                ? List.of()
                                : IntStream.rangeClosed(1, parts)
                                        .mapToObj(one -> new Link(
                                                address(
                                                        engagement,
                                                        wanted.file(),
                                                        wanted.source(),
                                                        wanted.privately(),
                                                        one),
                                                frame.text("sow.trace.read.part", one),
                                                one == part))
                                        .toList())));
    }

    private static ProposalsPage.Line line(Frame frame, int position, Proposed proposed) {
        var proposal = proposed.proposal();
        var doubt = proposal.doubt();
        return new ProposalsPage.Line(
                position,
                proposal.number(),
                proposal.text(),
                proposal.section(),
                proposal.answer().equals(proposal.text()) ? "" : proposal.answer(),
                proposed.known()
                        ? frame.text("sow.trace.read.known")
                        : doubt == null ? "" : frame.text("sow.trace.doubt." + doubt.code()),
                proposed.likely());
    }

    private static View to(
            EngagementId engagement, FileId file, RequirementSource source, boolean privately, int part) {
        return new RedirectView(address(engagement, file, source, privately, part));
    }

    private static String address(
            EngagementId engagement, FileId file, RequirementSource source, boolean privately, int part) {
        return "%s/trace/read/%s?source=%s&privately=%s&part=%d"
                .formatted(EngagementHeads.address(engagement), file, source.code(), privately, part);
    }

    /// What makes no sense is a request for proposals.
    private static RequirementSource source(String code) {
        return Arrays.stream(RequirementSource.values())
                .filter(source -> source.code().equals(code))
                .findFirst()
                .orElse(RequirementSource.RFP);
    }
}
