package org.fram.app.platform.access;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the database: a transaction on somebody's behalf.
///
/// PostgreSQL is told who asks before anything else, for this transaction only, and its row security then
/// shows and lets change what is theirs. Outside of a transaction the injected `DSLContext` refuses every
/// query.
@Component
public class Transactions {

    private final TransactionTemplate template;
    private final DSLContext database;

    Transactions(TransactionTemplate template, DSLContext database) {
        this.template = template;
        this.database = database;
    }

    /// Does the work in one transaction, which is committed at its end and rolled back when it throws.
    ///
    /// Within a transaction of the same actor the work joins it.
    ///
    /// @throws IllegalStateException within a transaction of somebody else
    // Nullness of the result is that of the work's.
    @SuppressWarnings("NullAway")
    public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        Object outer = TransactionSynchronizationManager.getResource(this);
        if (outer != null) {
            if (!outer.equals(actor)) {
                throw new IllegalStateException(
                        "A transaction of %s is open; one of %s cannot be opened within.".formatted(outer, actor));
            }
            return work.get();
        }
        var cause = new AtomicReference<@Nullable RuntimeException>();
        try {
            return template.execute(_ -> {
                TransactionSynchronizationManager.bindResource(this, actor);
                try {
                    introduce(actor);
                    return work.get();
                } catch (RuntimeException failure) {
                    cause.set(failure);
                    throw failure;
                } finally {
                    TransactionSynchronizationManager.unbindResource(this);
                }
            });
        } catch (RuntimeException last) {
            // On a lost connection the rollback fails as well, and would hide why.
            var first = cause.get();
            if (first == null || first.equals(last)) {
                throw last;
            }
            first.addSuppressed(last);
            throw first;
        }
    }

    /// Does work that only reads, in one transaction in which PostgreSQL lets nobody write: what several ask for is
    /// read
    /// once ([ReadOnce]). Within a transaction of the same actor the work joins it.
    ///
    /// @throws IllegalStateException within a transaction of somebody else
    @SuppressWarnings("NullAway")
    public <T extends @Nullable Object> T look(Actor actor, Supplier<T> work) {
        if (TransactionSynchronizationManager.getResource(this) != null) {
            return as(actor, work);
        }
        return as(actor, () -> {
            database.execute("set transaction read only");
            ReadOnce.begin();
            try {
                return work.get();
            } finally {
                ReadOnce.end();
            }
        });
    }

    /// Does work without a result, as [#as(Actor, Supplier)] does.
    public void run(Actor actor, Runnable work) {
        this.<@Nullable Object>as(actor, () -> {
            work.run();
            return null;
        });
    }

    private void introduce(Actor actor) {
        String person = switch (actor) {
            case Actor.Person(var id) -> id.toString();
            case Actor.InCommon(var id) -> id.toString();
            case Actor.Task _, Actor.Guest _ -> "";
        };
        String task = actor instanceof Actor.Task(var name) ? name : "";
        String guest = actor instanceof Actor.Guest(var link) ? link.toString() : "";
        database.fetch(
                "select set_config('fram.person', ?, true), set_config('fram.task', ?, true), "
                        + "set_config('fram.guest', ?, true), set_config('fram.common', ?, true)",
                person,
                task,
                guest,
                actor instanceof Actor.InCommon ? "on" : "");
    }
}
