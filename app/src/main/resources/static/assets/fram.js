// What small parts of pages need beyond HTML: notes that can be put away, printing, the current way in view, what a key
// opens on each page, and what is said where something could not be sent.
(() => {
    document.addEventListener("click", (event) => {
        const dismissing = event.target.closest("[data-dismiss]");
        if (dismissing) {
            dismissing.closest(".toast-note")?.remove();
        }
        if (event.target.closest("[data-print]")) {
            window.print();
        }
    });

    // A refusal that htmx was answered with is shown like any other page.
    document.addEventListener("htmx:beforeSwap", (event) => {
        if (event.detail.xhr.status === 409 || event.detail.xhr.status === 422) {
            event.detail.shouldSwap = true;
            event.detail.isError = false;
        }
    });

    // ---- what could not be sent

    const told = (what) => {
        const note = document.getElementById(`told-${what}`).content.cloneNode(true);
        note.firstElementChild.dataset.told = what;
        document.querySelectorAll("[data-told]").forEach((before) => before.remove());
        document.getElementById("toasts").append(note);
    };

    let signedOut = false;
    // What a page asks for by itself, such as whether anything is new, is asked again.
    const wasSent = (event) => event.detail.requestConfig.verb !== "get";
    document.addEventListener("htmx:sendError", (event) => {
        if (wasSent(event)) {
            told("unreached");
        }
    });
    document.addEventListener("htmx:responseError", (event) => {
        const { status } = event.detail.xhr;
        signedOut ||= status === 401 || status === 403;
        if (wasSent(event)) {
            told(status === 401 ? "signed-out" : "failed");
        }
    });

    // Whoever signed in again beside this page goes on here: what it sends gets the token of now.
    const renew = async () => {
        const answer = await fetch("/account", { redirect: "manual" });
        signedOut = !answer.ok;
        if (signedOut) {
            return;
        }
        const { body } = new DOMParser().parseFromString(await answer.text(), "text/html");
        const headers = body.getAttribute("hx-headers");
        document.body.setAttribute("hx-headers", headers);
        document.querySelectorAll("input[name=_csrf]").forEach((field) => {
            field.value = JSON.parse(headers)["X-CSRF-TOKEN"];
        });
        document.querySelectorAll("[data-told]").forEach((note) => note.remove());
    };

    window.addEventListener("focus", () => {
        if (signedOut) {
            // Where Fram does not answer, it is tried when they come back again.
            renew().catch(() => {});
        }
    });

    // A form that stood open for long is not given to the page for signing in: what is in it would be lost.
    const OLD = 3_600_000;
    let known = Date.now();

    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (event.defaultPrevented || form.matches("[data-lines]") || !form.elements._csrf
                || !document.querySelector(".account") || Date.now() - known < OLD) {
            return;
        }
        event.preventDefault();
        try {
            await renew();
        } catch {
            told("unreached");
            return;
        }
        if (signedOut) {
            told("signed-out");
            return;
        }
        known = Date.now();
        form.requestSubmit(event.submitter);
    });

    // ---- shortcuts

    // The element to which a form belongs that a key opens: a finding, where one is in its line.
    const openShortcut = (way, place) => {
        const dialog = document.getElementById(`shortcut-${way.dataset.shortcut}`);
        const finding = place?.closest?.("[data-finding]");
        for (const [name, value] of [["finding", finding?.dataset.finding], ["text", finding?.dataset.findingText]]) {
            const field = dialog.querySelector(`[name=${name}]`);
            if (field && value !== undefined) {
                field.value = value;
            }
        }
        dialog.showModal();
        dialog.querySelector("[autofocus]")?.focus();
    };

    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat
                || event.target.closest?.("input, textarea, select, [contenteditable], td[data-column]")
                || document.querySelector("dialog[open]") || !/^[a-z]$/i.test(event.key)) {
            return;
        }
        const way = document.querySelector(`[data-shortcut="${event.key.toLowerCase()}"]`);
        // A page that has keys of its own keeps them: there it is the key with shift.
        if (way && (event.shiftKey || !document.querySelector("[data-keys]"))) {
            event.preventDefault();
            openShortcut(way, event.target);
        }
    });

    // Ways of a page that a key goes, as a calendar has them.
    document.addEventListener("keydown", (event) => {
        const way = /^(?:Arrow(?:Left|Right)|[a-z])$/.test(event.key)
            && document.querySelector(`a[data-key="${event.key}"]`);
        if (way && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
                && !event.isComposing && !event.repeat && !event.target.closest?.("input, textarea, select")
                && !document.querySelector("dialog[open]")) {
            event.preventDefault();
            way.click();
        }
    });

    document.addEventListener("click", (event) => {
        const opens = event.target.closest("[data-opens]");
        const way = opens ? document.querySelector(`[data-shortcut="${opens.dataset.opens}"]`)
            : event.target.closest("[data-shortcut]");
        if (way && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            // It may have been found by its words.
            opens?.closest("#search")?.close();
            openShortcut(way, opens);
        }
        event.target.closest("[data-close-dialog]")?.closest("dialog").close();
    });

    // ---- searching

    const search = () => document.getElementById("search");

    const openSearch = () => {
        search().showModal();
        search().querySelector("input").select();
    };

    document.addEventListener("keydown", (event) => {
        const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
        const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
        const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
        if (search() && (slash || command) && !document.querySelector("dialog[open]")) {
            event.preventDefault();
            openSearch();
            return;
        }
        if (!search()?.open || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key) || event.isComposing) {
            return;
        }
        // The arrows go through what was found; Enter in the field takes the first of it.
        const hits = [...search().querySelectorAll("[data-hit]")];
        if (hits.length === 0) {
            return;
        }
        if (event.key === "Enter") {
            if (typing) {
                event.preventDefault();
                hits[0].click();
            }
            return;
        }
        event.preventDefault();
        const next = hits.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
        (hits[next] ?? search().querySelector("input")).focus();
    });

    document.addEventListener("click", (event) => {
        if (event.target.closest("[data-search]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            openSearch();
        }
    });

    document.addEventListener("shortcut-done", () => {
        document.querySelectorAll("dialog[id^=shortcut-][open]").forEach((dialog) => dialog.close());
    });

    // Which groups of ways somebody opened or folded; a browser that keeps nothing shows the group in which one is.
    const folds = () => {
        try {
            return JSON.parse(localStorage.getItem("ways") ?? "{}");
        } catch {
            return {};
        }
    };

    const keepFold = (group, open) => {
        try {
            localStorage.setItem("ways", JSON.stringify({ ...folds(), [group]: open }));
        } catch {
            // It is as it was on the next page.
        }
    };

    document.addEventListener("DOMContentLoaded", () => {
        const kept = folds();
        document.querySelectorAll("[data-fold]").forEach((group) => {
            if (!group.querySelector("[aria-current]") && group.dataset.fold in kept) {
                group.open = kept[group.dataset.fold] === true;
            }
            group.querySelector("summary").addEventListener("click", () => keepFold(group.dataset.fold, !group.open));
        });
        document.querySelectorAll("[data-print]").forEach((button) => {
            button.hidden = false;
        });
        document.querySelectorAll(".side [aria-current], .topbar nav [aria-current]").forEach((here) => {
            const side = here.closest("nav");
            const ways = side.getBoundingClientRect();
            const way = here.getBoundingClientRect();
            const beside = side.matches(".side");
            if (beside || way.right > ways.right) {
                side.scrollLeft += way.left - ways.left - 16;
            }
            if (beside && way.bottom > ways.bottom) {
                side.scrollTop += way.bottom - ways.bottom + 16;
            }
        });
    });
})();
