package org.fram.app.engagement.rest;

import java.util.List;
import java.util.Locale;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.ApiToken;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.api.PageWish;
import org.fram.app.platform.texts.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/// What the person has to do.
@ApiController(path = Api.ROOT + "/mine", about = "Engagements")
class ToDoResources {

    private final Transactions transactions;
    private final ToDo toDo;
    private final Texts texts = Texts.in(Locale.UK);

    ToDoResources(Transactions transactions, ToDo toDo) {
        this.transactions = transactions;
        this.toDo = toDo;
    }

    @GetMapping
    @Operation(
            value = "What the person has to do",
            more = "What they owe and what waits for them, in all their engagements that the token is good for.",
            paged = true)
    ResponseEntity<Page<ToDoJson>> listMine(Actor.Person me, ApiToken token, PageWish page) {
        var all = transactions.<List<ToDoJson>>look(
                me,
                () -> toDo.of(me).stream()
                        .filter(line -> token.covers(line.engagement().id()))
                        .map(line -> ToDoJson.of(texts, line))
                        .toList());
        return page.of(all, ToDoJson::key);
    }
}
