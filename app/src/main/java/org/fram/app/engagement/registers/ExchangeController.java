package org.fram.app.engagement.registers;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Exporting;
import org.fram.app.platform.register.Importing;
import org.fram.app.platform.register.Importing.Taken;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Lists out and in.
@Controller
@RequestMapping("/engagements/{engagement}/registers/{name}")
class ExchangeController {

    private final RegisterDesk desk;
    private final Transactions transactions;
    private final Exporting exporting;
    private final Importing importing;
    private final Templates templates;

    ExchangeController(
            RegisterDesk desk,
            Transactions transactions,
            Exporting exporting,
            Importing importing,
            Templates templates) {
        this.desk = desk;
        this.transactions = transactions;
        this.exporting = exporting;
        this.importing = importing;
        this.templates = templates;
    }

    @GetMapping("/export.{ending}")
    void export(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable String ending,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        var register = desk.register(name);
        boolean workbook = ending.equals("xlsx");
        if (!workbook && !ending.equals("csv")) {
            throw new NotFoundException();
        }
        Sheet sheet = transactions.as(me, () -> {
            desk.head(frame, me, engagement);
            return exporting.sheet(frame, register, engagement, Query.of(parameters));
        });
        response.setContentType(
                workbook
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + ending)
                        .build()
                        .toString());
        if (workbook) {
            Sheets.writeXlsx(sheet, response.getOutputStream());
        } else {
            Sheets.writeCsv(sheet, response.getOutputStream());
        }
    }

    @GetMapping("/import")
    View ask(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String name) {
        return ask(frame, me, engagement, desk.register(name), "");
    }

    @PostMapping("/import")
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        var register = desk.register(name);
        Path copy = Files.createTempFile("fram-import", null);
        try {
            file.transferTo(copy);
            return switch (importing.take(frame, register, me, engagement, copy, baseName(file))) {
                case Taken.In(var upload) ->
                    new RedirectView(RegisterDesk.address(engagement, register) + "/import/" + upload);
                case Taken.Refused(var reason) -> {
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                    yield ask(frame, me, engagement, register, reason);
                }
            };
        } finally {
            Files.delete(copy);
        }
    }

    @GetMapping("/import/{upload}")
    View preview(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID upload,
            @RequestParam(required = false) @Nullable List<String> column) {
        var register = desk.register(name);
        var preview = importing.preview(frame, register, me, engagement, upload, columns(register, column));
        return preview(frame, me, engagement, register, upload, preview);
    }

    @PostMapping("/import/{upload}")
    View importAll(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID upload,
            @RequestParam List<String> column,
            HttpServletResponse response) {
        var register = desk.register(name);
        var done = importing.importAll(
                frame, register, me, engagement, upload, Objects.requireNonNull(columns(register, column)));
        if (!done.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(frame, me, engagement, register, upload, done);
        }
        return Back.to(
                RegisterDesk.address(engagement, register),
                "",
                new Done("imported", done.added() + done.changed(), 0, ""));
    }

    private View ask(Frame frame, Actor.Person me, EngagementId engagement, Register register, String refusal) {
        return html(transactions.as(me, () -> {
            var head = desk.head(frame, me, engagement);
            desk.requireEdits(me, engagement);
            return templates.registerImportFile(
                    frame,
                    head,
                    frame.text(register.texts() + ".title"),
                    RegisterDesk.address(engagement, register),
                    refusal);
        }));
    }

    private View preview(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            Register register,
            UUID upload,
            Importing.Preview preview) {
        return html(transactions.as(
                me,
                () -> templates.registerImportPreview(
                        frame,
                        desk.head(frame, me, engagement),
                        PreviewPage.of(frame, register, RegisterDesk.address(engagement, register), upload, preview))));
    }

    /// What people said each header is; as many as there are headers.
    private static @Nullable List<@Nullable String> columns(Register register, @Nullable List<String> said) {
        return said == null
                ? null
                : said.stream()
                        .<@Nullable String>map(key -> register.column(key).isPresent() ? key : null)
                        .toList();
    }

    private static String baseName(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.isBlank() ? "list" : last;
    }
}
