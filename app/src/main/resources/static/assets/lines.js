// Lines that are written one after the other, as in minutes: the field is free for the next one at once, they are sent in
// their order, and what is refused or did not get through comes back into the field, or stays beside it.
(() => {
    const before = new WeakMap();

    const onItsWay = (form, line) => {
        const list = form.parentElement.querySelector("[data-on-its-way]") ?? document.createElement("ul");
        list.className = "meeting-notes";
        list.dataset.onItsWay = "";
        const item = document.createElement("li");
        item.className = "on-its-way";
        item.textContent = line;
        list.append(item);
        form.before(list);
        return item;
    };

    const away = (item) => {
        const list = item.parentElement;
        item.remove();
        if (!list.hasChildNodes()) {
            list.remove();
        }
    };

    // Whether it was written. It is the line itself that sends, as each is on its way for itself.
    const send = async (form, item, values) => {
        let written = false;
        const answered = (event) => {
            written = event.detail.xhr.status === 200;
        };
        item.addEventListener("htmx:afterRequest", answered);
        try {
            await htmx.ajax("POST", form.action, {
                source: item, values, target: form.dataset.lines, select: form.dataset.lines, swap: "outerHTML",
            });
        } catch {
            // It is told where all pages tell it.
        }
        return written;
    };

    const back = (form, item, line) => {
        const { line: field } = form.elements;
        if (field.value === "") {
            field.value = line;
            away(item);
            return;
        }
        const again = document.createElement("button");
        again.type = "button";
        again.className = "btn btn-small";
        again.textContent = form.dataset.again;
        again.addEventListener("click", () => {
            const other = field.value;
            field.value = line;
            field.focus();
            away(item);
            if (other !== "") {
                back(form, onItsWay(form, other), other);
            }
        });
        item.append(again);
    };

    document.addEventListener("submit", (event) => {
        const form = event.target.closest("form[data-lines]");
        if (!form || form.elements.line.value.trim() === "") {
            return;
        }
        event.preventDefault();
        const { line: field } = form.elements;
        const line = field.value;
        const values = Object.fromEntries(new FormData(form));
        const item = onItsWay(form, line);
        field.value = "";
        field.focus();
        before.set(form, (before.get(form) ?? Promise.resolve()).then(async () => {
            if (await send(form, item, { ...values, _csrf: form.elements._csrf.value })) {
                field.removeAttribute("aria-invalid");
                away(item);
            } else {
                field.setAttribute("aria-invalid", "true");
                back(form, item, line);
            }
        }));
    });
})();
