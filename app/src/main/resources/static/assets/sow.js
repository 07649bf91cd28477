// The workspace of a statement of work: keys, going between document and obligations, documents that are dropped on a
// form. Everything it does can be done without it.
(() => {
    const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

    // ---- documents dropped on a form, and too large ones

    document.querySelectorAll(".drop-zone").forEach((zone) => {
        const input = zone.querySelector("input[type=file]");
        const check = () => {
            const most = Number(zone.dataset.mostBytes);
            const large = [...input.files].some((file) => file.size > most);
            input.setCustomValidity(large ? zone.dataset.tooLarge : "");
            input.reportValidity();
        };
        zone.addEventListener("dragover", (event) => {
            event.preventDefault();
            zone.classList.add("dragging");
        });
        zone.addEventListener("dragleave", () => zone.classList.remove("dragging"));
        zone.addEventListener("drop", (event) => {
            event.preventDefault();
            zone.classList.remove("dragging");
            input.files = event.dataTransfer.files;
            check();
        });
        input.addEventListener("change", check);
    });

    const workspace = document.querySelector(".workspace");
    if (!workspace) {
        return;
    }

    document.querySelectorAll("[data-submits]").forEach((select) =>
        select.addEventListener("change", () => select.form.requestSubmit()));

    // ---- between the document and the obligations

    const pane = (name) => {
        const choice = document.getElementById("pane-" + name);
        if (choice) {
            choice.checked = true;
        }
    };

    const highlight = (id) => {
        document.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
        document.querySelectorAll(`[data-obligation="${CSS.escape(id)}"]`).forEach((one) => one.classList.add("here"));
    };

    const toObligation = (id) => {
        const one = document.getElementById("o-" + id);
        if (one) {
            pane("obligations");
            highlight(id);
            one.focus({ preventScroll: true });
            one.scrollIntoView({ block: "nearest" });
        }
    };

    const toPlace = (id) => {
        const place = document.getElementById("q-" + id);
        if (place) {
            pane("document");
            highlight(id);
            place.scrollIntoView({ block: "center" });
        }
    };

    workspace.addEventListener("click", (event) => {
        const said = event.target.closest("a.said");
        const way = event.target.closest("a.to-place");
        const row = event.target.closest(".obligation");
        if (said) {
            event.preventDefault();
            toObligation(said.dataset.obligation);
        } else if (way) {
            event.preventDefault();
            toPlace(way.closest(".obligation").dataset.obligation);
        } else if (row) {
            highlight(row.dataset.obligation);
        }
    });

    workspace.addEventListener("focusin", (event) => {
        const row = event.target.closest(".obligation");
        if (row) {
            highlight(row.dataset.obligation);
        }
    });

    if (location.hash.startsWith("#o-")) {
        toObligation(location.hash.slice(3));
    }

    // ---- keys

    let last = null;

    const rows = () => [...document.querySelectorAll(".obligation")];
    const current = () => document.activeElement?.closest(".obligation");

    const go = (step) => {
        const all = rows();
        const from = current() ?? (last && document.getElementById(last));
        const at = from ? all.indexOf(from) : -1;
        const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
        if (next) {
            toObligation(next.dataset.obligation);
        }
    };

    const press = (row, selector) => row?.querySelector(selector)?.click();

    const drop = (row) => {
        const details = row?.querySelector("details.drop");
        if (details) {
            details.open = true;
            details.querySelector("input[name=reason]").focus();
        }
    };

    const KEYS = {
        j: () => go(1),
        k: () => go(-1),
        a: (row) => press(row, "[data-act=accept]"),
        d: drop,
        e: (row) => press(row, "a.edit"),
        o: (row) => row && toPlace(row.dataset.obligation),
        x: (row) => press(row, "input[type=checkbox]"),
        m: () => document.querySelector("#selected button")?.click(),
        u: (row) => press(row, "[data-act=reopen]"),
        t: (row) => press(row, "[data-act=theirs]"),
        y: (row) => press(row, "[data-act=ours]"),
        "?": () => document.getElementById("keys").showModal(),
    };

    document.querySelector("[data-keys]")?.addEventListener("click", KEYS["?"]);

    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
            return;
        }
        const typing = event.target.closest(TYPING);
        if (event.key === "Escape" && typing) {
            const row = current();
            typing.blur();
            row?.focus();
        } else if (event.key === "Escape") {
            press(current(), "a.done");
        } else if (!typing && KEYS[event.key]) {
            event.preventDefault();
            KEYS[event.key](current());
        }
    });

    // What htmx puts in place of an obligation takes its focus over, unless one has gone on meanwhile; a form takes it
    // into its first field.
    let held = null;
    document.addEventListener("htmx:beforeSwap", (event) => {
        const row = event.detail.target?.closest?.(".obligation");
        last = row?.id ?? last;
        held = row?.contains(document.activeElement) ? row.id : null;
    });
    document.addEventListener("htmx:afterSettle", () => {
        const row = held && document.getElementById(held);
        const active = document.activeElement;
        const lost = !active || active === document.body || active === row;
        held = null;
        if (row && lost) {
            (row.querySelector(".editing textarea, textarea[name=text]") ?? row).focus({ preventScroll: true });
            highlight(row.dataset.obligation);
        }
    });
})();
