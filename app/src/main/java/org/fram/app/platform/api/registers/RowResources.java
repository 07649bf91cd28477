package org.fram.app.platform.api.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Cursor;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.api.PageWish;
import org.fram.app.platform.api.Paging;
import org.fram.app.platform.api.ProblemException;
import org.fram.app.platform.api.Version;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellJson;
import org.fram.app.platform.register.CellType.Reading;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Origin;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// The registers of an engagement and their rows.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/registers", about = "Registers")
class RowResources {

    private static final int MOST_CHANGES = 250;

    private final List<Register> registers;
    private final Transactions transactions;
    private final Authority authority;
    private final Rows rows;
    private final Changes changes;

    RowResources(List<Register> registers, Transactions transactions, Authority authority, Rows rows, Changes changes) {
        this.registers = registers;
        this.transactions = transactions;
        this.authority = authority;
        this.rows = rows;
        this.changes = changes;
    }

    @GetMapping
    @Operation(value = "The registers of an engagement", more = "With their columns.", paged = true)
    ResponseEntity<Page<RegisterDescription>> listRegisters(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        see(me, engagement);
        var all = registers.stream()
                .map(register -> RegisterDescription.of(frame, register))
                .toList();
        return page.of(all, RegisterDescription::name);
    }

    @GetMapping("/{name}/rows")
    @Operation(
            value = "Rows",
            more = "Those in which all words of q are and that all filters let through: f.COLUMN=value, or "
                    + "f.COLUMN.from and f.COLUMN.until for days and amounts. sort names a column, with a minus before "
                    + "it the other way round.",
            paged = true)
    ResponseEntity<Page<RowJson>> listRows(
            Frame frame,
            Actor.Person me,
            HttpServletRequest request,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = Paging.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam MultiValueMap<String, String> parameters) {
        var register = register(name);
        var query = Query.of(parameters);
        refuseUnknown(register, query);
        int most = Paging.limit(limit);
        String question = request.getRequestURI() + "?" + query.first().address();
        var mark = mark(frame, register, query, Cursor.of(cursor, question));
        var found = transactions.<List<Row>>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return rows.after(register, engagement, query, mark, most + 1);
        });
        var shown = found.subList(0, Math.min(most, found.size()));
        return Paging.answer(
                request,
                shown.stream().map(row -> RowJson.of(register, row)).toList(),
                found.size() > most ? behind(register, query, question, shown.getLast()) : null);
    }

    @PostMapping(path = "/{name}/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(value = "Add a row", more = "One without a number gets the next.", status = 201, versioned = true)
    ResponseEntity<RowJson> addRow(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @RequestBody JsonNode body) {
        var register = register(name);
        var values = values(frame, register, body);
        var outcome = Origin.API.during(() -> register.acts().add(register, me, engagement, values));
        var row = stored(register, outcome);
        return ResponseEntity.created(URI.create("%s/engagements/%s/registers/%s/rows/%s"
                        .formatted(Api.ROOT, engagement, register.name(), row.id())))
                .eTag(Version.tag(row.version()))
                .body(RowJson.of(register, row));
    }

    @GetMapping("/{name}/rows/{row}")
    @Operation(value = "A row", versioned = true)
    ResponseEntity<RowJson> readRow(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String name, @PathVariable UUID row) {
        var register = register(name);
        return answer(register, transactions.<Row>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return rows.find(register, engagement, row).orElseThrow(NotFoundException::new);
        }));
    }

    @PatchMapping(
            path = "/{name}/rows/{row}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            value = "Change cells of a row",
            more = "Cells that are not named stay; null empties one. If-Match names the version that was seen.",
            versioned = true)
    ResponseEntity<RowJson> changeRow(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID row,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        var register = register(name);
        var seen = new Seen.Version(Version.seen(ifMatch));
        var values = values(frame, register, body);
        var outcome = Origin.API.during(() -> register.acts().change(register, me, engagement, row, seen, values));
        return answer(register, stored(register, outcome));
    }

    @DeleteMapping("/{name}/rows/{row}")
    @Operation(
            value = "Delete a row",
            more = "It can be brought back on the register’s page. If-Match names the version that was seen.",
            status = 204)
    ResponseEntity<Void> deleteRow(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID row,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var register = register(name);
        int seen = Version.seen(ifMatch);
        var kept = transactions.<@Nullable Row>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var now = rows.find(register, engagement, row).orElseThrow(NotFoundException::new);
            var deletion = Origin.API.during(() -> register.acts().delete(register, me, engagement, Map.of(row, seen)));
            return deletion.deleted() == 1
                    ? null
                    : rows.find(register, engagement, row).orElse(now);
        });
        if (kept != null) {
            throw ProblemException.overtaken(CellJson.row(register, kept), kept.version());
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @GetMapping("/{name}/rows/{row}/history")
    @Operation(value = "What happened to a row", more = "The newest first.", paged = true)
    ResponseEntity<Page<ChangeJson>> readHistory(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String name,
            @PathVariable UUID row,
            PageWish page) {
        var register = register(name);
        var all = transactions.<List<ChangeJson>>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            if (rows.find(register, engagement, row).isEmpty()) {
                throw new NotFoundException();
            }
            return changes.of(engagement, row, MOST_CHANGES).stream()
                    .map(ChangeJson::of)
                    .toList();
        });
        return page.of(all, change -> Integer.toString(change.version()));
    }

    private void see(Actor.Person me, EngagementId engagement) {
        transactions.run(me, () -> authority.require(me, Act.SEE, engagement));
    }

    private Register register(String name) {
        return registers.stream()
                .filter(register -> register.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static ResponseEntity<RowJson> answer(Register register, Row row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(RowJson.of(register, row));
    }

    private static Row stored(Register register, RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.Done(var row) -> row;
            case RowOutcome.Refused(var reasons) -> {
                var wrong = new LinkedHashMap<String, Text>();
                reasons.forEach((key, reason) -> wrong.put(CellJson.pointer(key), reason));
                throw ProblemException.refused(wrong);
            }
            case RowOutcome.Overtaken(var now) ->
                throw ProblemException.overtaken(CellJson.row(register, now), now.version());
            case RowOutcome.Gone() -> throw new NotFoundException();
        };
    }

    private static Map<String, @Nullable Object> values(Frame frame, Register register, JsonNode body) {
        var values = new HashMap<String, @Nullable Object>();
        var wrong = new LinkedHashMap<String, Text>();
        for (String field : body.propertyNames()) {
            if (!field.equals("values")) {
                wrong.put("#/" + field, Text.of("api.refused.unknown"));
            }
        }
        var sent = body.path("values");
        if (!sent.isObject()) {
            wrong.put("#/values", Text.of("api.refused.values"));
        }
        for (String key : sent.propertyNames()) {
            var column = register.column(key);
            if (column.isEmpty()) {
                wrong.put(CellJson.pointer(key), Text.of("api.refused.unknown"));
                continue;
            }
            switch (CellJson.read(column.get().type(), sent.get(key), frame)) {
                case Reading.Value(var value) -> values.put(key, value);
                case Reading.Refused(var reason) -> wrong.put(CellJson.pointer(key), reason);
            }
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.refused(wrong);
        }
        return values;
    }

    /// A page shows what it can; a program is told what it got wrong.
    private static void refuseUnknown(Register register, Query query) {
        if (!query.sort().isEmpty() && register.column(query.sort()).isEmpty()) {
            throw ProblemException.notUnderstood("sort");
        }
        for (String filter : query.filters().keySet()) {
            if (register.column(filter).isEmpty()) {
                throw ProblemException.notUnderstood("f." + filter);
            }
        }
    }

    private static Cursor behind(Register register, Query query, String question, Row last) {
        var value = register.column(query.sort())
                .map(column -> column.type().edit(last.get(column.key())))
                .orElse(null);
        return Cursor.behind(question, last.id().toString(), value);
    }

    private static Rows.@Nullable Mark mark(Frame frame, Register register, Query query, @Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var id = UUID.fromString(cursor.id());
            var column = register.column(query.sort());
            return new Rows.Mark(
                    id, column.map(sorts -> value(frame, sorts, cursor)).orElse(null));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notUnderstood(Paging.CURSOR);
        }
    }

    private static @Nullable Object value(Frame frame, Column column, Cursor cursor) {
        String edited = Objects.requireNonNullElse(cursor.value(), "");
        return column.type().read(edited, frame) instanceof Reading.Value(var value) ? value : null;
    }
}
