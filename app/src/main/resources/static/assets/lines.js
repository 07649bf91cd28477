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
        item.className = "came-back";
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

    const forms = () => [...document.querySelectorAll("form[data-lines]")];

    // Whatever else is done on the page comes after what was written before, and what ends the writing also after what is
    // still in a field. What comes back is to be mended first.
    document.addEventListener("submit", async (event) => {
        const form = event.target;
        const ends = form.matches("[data-ends-lines]");
        const typed = forms().filter((one) => ends && one.elements.line.value.trim() !== "");
        const held = document.querySelector(".on-its-way") || typed.length > 0;
        if (form.matches("[data-lines]") || event.defaultPrevented || !held) {
            return;
        }
        event.preventDefault();
        typed.forEach((one) => one.requestSubmit());
        await Promise.all(forms().map((one) => before.get(one)));
        const back = forms().find((one) => ends && one.elements.line.value.trim() !== "");
        if (back || (ends && document.querySelector(".came-back"))) {
            (back?.elements.line ?? document.querySelector(".came-back button")).focus();
        } else {
            form.requestSubmit(event.submitter);
        }
    });

    // What was typed and not sent is there again on the same page, for the same person.
    const person = () => document.querySelector(".account .menu-button").textContent;
    const key = (form) => `line ${person()} ${location.pathname} ${form.elements.line.id}`;

    window.addEventListener("pagehide", () => forms().forEach((form) => {
        const beside = [...form.parentElement.querySelectorAll(".on-its-way, .came-back")];
        const lines = [form.elements.line.value, ...beside.map((item) => item.firstChild.textContent)]
            .filter((line) => line.trim() !== "");
        try {
            if (lines.length > 0) {
                sessionStorage.setItem(key(form), JSON.stringify(lines));
            }
        } catch {
            // A browser that keeps nothing shows an empty field.
        }
    }));

    document.addEventListener("DOMContentLoaded", () => forms().forEach((form) => {
        let lines = [];
        try {
            lines = JSON.parse(sessionStorage.getItem(key(form)) ?? "[]");
            sessionStorage.removeItem(key(form));
        } catch {
            return;
        }
        lines.filter((line) => line !== form.elements.line.value)
            .forEach((line) => back(form, onItsWay(form, line), line));
    }));

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
