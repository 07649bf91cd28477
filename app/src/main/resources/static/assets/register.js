// Editing a register like a spreadsheet: arrows move, Enter and F2 edit, Tab saves and goes on, Escape leaves a cell as it
// was. Everything it does can be done with the forms of the page too.
(() => {
    const grid = () => document.querySelector("#register .grid table");
    const register = () => document.getElementById("register");
    let editing = null;

    const cells = (row) => [...row.cells];
    const place = (cell) => ({ row: cell.parentElement.sectionRowIndex, column: cell.cellIndex });
    const at = ({ row, column }) => grid()?.tBodies[0].rows[row]?.cells[column];

    const say = (text) => {
        const toasts = document.getElementById("toasts");
        const note = document.createElement("p");
        note.className = "visually-hidden";
        note.textContent = text;
        toasts.replaceChildren(note);
    };

    // One cell can be reached by Tab: the one where one was last.
    const focus = (cell) => {
        if (!cell) {
            return;
        }
        for (const other of grid().querySelectorAll('tbody [tabindex="0"]')) {
            other.tabIndex = -1;
        }
        cell.tabIndex = 0;
        cell.focus();
        cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    };

    const move = (cell, rows, columns) => {
        const { row, column } = place(cell);
        const body = grid().tBodies[0].rows;
        const next = Math.min(Math.max(row + rows, 0), body.length - 1);
        const last = cells(body[next]).length - 1;
        focus(at({ row: next, column: Math.min(Math.max(column + columns, 0), last) }));
    };

    // To the cell beside, over the end of the row into the next.
    const beside = (cell, step) => {
        const { row, column } = place(cell);
        const target = at({ row, column: column + step });
        const first = cells(cell.parentElement).findIndex((one) => one.dataset.column);
        if (target && column + step >= first) {
            focus(target);
            return true;
        }
        const nextRow = grid().tBodies[0].rows[row + step];
        if (!nextRow) {
            return false;
        }
        focus(step > 0 ? cells(nextRow)[first] : nextRow.cells[nextRow.cells.length - 1]);
        return true;
    };

    const open = (cell, typed) => {
        const template = register().querySelector(`[data-editor="${cell.dataset.column}"]`);
        if (!template || !cell.dataset.address || editing) {
            return;
        }
        const input = template.content.firstElementChild.cloneNode(true);
        editing = { cell, input, before: [...cell.childNodes] };
        input.value = typed ?? cell.dataset.tried ?? cell.dataset.value;
        cell.classList.add("editing");
        const problem = cell.querySelector(".form-error");
        cell.replaceChildren(input, ...(problem ? [problem] : []));
        if (input.tagName === "TEXTAREA") {
            input.rows = Math.min(8, Math.max(2, Math.ceil(input.value.length / 45)));
        }
        input.focus();
        if (input.select && typed === undefined) {
            input.select();
        }
    };

    const close = () => {
        const { cell, before } = editing;
        editing = null;
        cell.classList.remove("editing");
        delete cell.dataset.tried;
        cell.replaceChildren(...before.filter((node) => !(node.classList?.contains("form-error"))));
        return cell;
    };

    const send = async (cell, value, seen) => {
        cell.classList.add("saving");
        const where = place(cell);
        try {
            const answer = await fetch(cell.dataset.address, {
                method: "POST",
                headers: { "HX-Request": "true", ...JSON.parse(document.body.getAttribute("hx-headers")) },
                body: new URLSearchParams({ value, seen }),
                redirect: "error",
            });
            if (![200, 409, 422].includes(answer.status)) {
                throw new Error(String(answer.status));
            }
            const holder = document.createElement("template");
            holder.innerHTML = (await answer.text()).trim();
            const fresh = holder.content.firstElementChild;
            cell.replaceWith(fresh);
            if (answer.ok) {
                const box = fresh.parentElement.querySelector("[name=row]");
                const version = answer.headers.get("ETag")?.replaceAll('"', "");
                if (box && version) {
                    box.value = box.value.replace(/:.*/, `:${version}`);
                }
                say(register().dataset.saved);
                document.getElementById("undo")?.removeAttribute("hidden");
            }
            return { cell: at(where), status: answer.status };
        } catch {
            cell.classList.remove("saving");
            return { cell, status: 0 };
        }
    };

    const commit = async (then) => {
        const { input } = editing;
        const value = input.value;
        const cell = close();
        const seen = cell.dataset.value;
        if (value === seen) {
            then(cell);
            return;
        }
        const sent = await send(cell, value, seen);
        if (sent.status === 200) {
            then(sent.cell);
        } else if (sent.status === 422) {
            open(sent.cell);
        } else if (sent.status === 409) {
            sent.cell.querySelector("[data-keep]").focus();
        } else {
            open(sent.cell, value);
            const problem = document.createElement("p");
            problem.className = "form-error";
            problem.setAttribute("role", "alert");
            problem.textContent = register().dataset.failed;
            sent.cell.append(problem);
        }
    };

    const whileEditing = (event) => {
        const { input } = editing;
        const lines = input.tagName === "TEXTAREA";
        if (event.key === "Escape") {
            focus(close());
        } else if (event.key === "Tab") {
            commit((cell) => beside(cell, event.shiftKey ? -1 : 1) || focus(cell));
        } else if (event.key === "Enter" && !(lines && event.shiftKey)) {
            commit((cell) => move(cell, 1, 0));
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    };

    const whileMoving = (event, cell) => {
        const steps = {
            ArrowUp: [-1, 0],
            ArrowDown: [1, 0],
            ArrowLeft: [0, -1],
            ArrowRight: [0, 1],
            PageUp: [-10, 0],
            PageDown: [10, 0],
            Home: [event.ctrlKey ? -1e6 : 0, -1e6],
            End: [event.ctrlKey ? 1e6 : 0, 1e6],
        };
        if (event.target.closest(".conflict") || event.altKey || event.metaKey) {
            return;
        }
        if (steps[event.key]) {
            move(cell, ...steps[event.key]);
        } else if (event.key === "Enter" || event.key === "F2") {
            if (cell.dataset.column) {
                open(cell);
            } else if (event.target === cell) {
                cell.querySelector("a, input")?.click();
            } else {
                return;
            }
        } else if (event.key === " " && !cell.dataset.address) {
            if (event.target !== cell) {
                return;
            }
            cell.querySelector("input")?.click();
        } else if (event.key.length === 1 && !event.ctrlKey && cell.dataset.address) {
            const day = register().querySelector(`[data-editor="${cell.dataset.column}"]`)?.content
                .querySelector("select, [type=date]");
            open(cell, day ? undefined : event.key);
        } else {
            return;
        }
        event.preventDefault();
    };

    document.addEventListener("keydown", (event) => {
        const panel = event.key === "Escape" && document.querySelector(".tools details[open]");
        if (panel) {
            panel.open = false;
            panel.querySelector("summary").focus();
            return;
        }
        if (editing && event.target === editing.input) {
            whileEditing(event);
            return;
        }
        if ((event.ctrlKey || event.metaKey) && event.key === "z" && !event.shiftKey
                && !event.target.closest?.("input, textarea, select")) {
            const undo = document.querySelector("#undo");
            if (undo && !editing) {
                event.preventDefault();
                undo.requestSubmit();
            }
            return;
        }
        const cell = event.target.closest?.("#register .grid tbody :is(td, th)");
        if (cell && !editing) {
            whileMoving(event, cell);
        }
    });

    document.addEventListener("dblclick", (event) => {
        const cell = event.target.closest("#register .grid td[data-address]");
        if (cell && !editing) {
            open(cell);
        }
    });

    document.addEventListener("focusout", (event) => {
        // Whoever goes elsewhere with the mouse saves, too.
        if (editing && event.target === editing.input && document.hasFocus()) {
            commit(() => {});
        }
    });

    document.addEventListener("click", (event) => {
        const cell = event.target.closest("#register .grid tbody :is(td, th)");
        if (event.target.closest("[data-keep]")) {
            const holder = document.createElement("span");
            holder.className = "text";
            holder.textContent = cell.querySelector("strong").textContent;
            cell.classList.remove("overtaken");
            cell.replaceChildren(holder);
            focus(cell);
        } else if (event.target.closest("[data-overwrite]")) {
            const wanted = event.target.closest("[data-overwrite]").dataset.overwrite;
            send(cell, wanted, cell.dataset.value).then((sent) => {
                if (sent.status === 409) {
                    sent.cell.querySelector("[data-keep]").focus();
                } else {
                    focus(sent.cell);
                }
            });
        } else if (cell?.dataset.column && !editing) {
            focus(cell);
        }
        // A panel goes when one clicks beside it.
        for (const panel of document.querySelectorAll(".tools details[open]")) {
            if (!panel.contains(event.target)) {
                panel.open = false;
            }
        }
    });

    const count = () => {
        const bar = document.querySelector("#register .selected");
        if (!bar) {
            return;
        }
        const selected = document.querySelectorAll("#register [name=row]:checked").length;
        bar.classList.toggle("some", selected > 0);
        const text = bar.querySelector(".selection");
        if (text) {
            text.textContent = selected > 0 ? text.dataset.selection.replace("{0}", selected) : "";
        }
    };

    document.addEventListener("change", (event) => {
        if (event.target.matches("[data-all]")) {
            for (const box of document.querySelectorAll("#register [name=row]")) {
                box.checked = event.target.checked;
            }
        }
        if (event.target.closest("#register")) {
            count();
        }
        // Whoever writes a value for many rows means it to be set.
        const many = event.target.closest(".many .mb-3");
        const tick = many?.querySelector("[name=set]");
        if (tick && event.target !== tick) {
            tick.checked = true;
        }
    });

    const ready = () => {
        const table = grid();
        if (table && table.getAttribute("role") !== "grid") {
            table.setAttribute("role", "grid");
            const region = table.parentElement;
            region.removeAttribute("tabindex");
            region.setAttribute("role", "none");
            region.removeAttribute("aria-label");
            for (const cell of table.querySelectorAll("tbody th, tbody .pick")) {
                cell.tabIndex = -1;
            }
            const first = table.querySelector("tbody td[data-column]");
            if (first) {
                first.tabIndex = 0;
            }
        }
        count();
    };

    document.addEventListener("DOMContentLoaded", ready);
    document.addEventListener("htmx:afterSettle", ready);
})();
