// Names that a field offers after an @, from the list that data-names says. Arrows choose, Enter or Tab takes, Escape closes.
(() => {
    const MOST = 6;
    const AFTER_AT = /(^|\s)@(\S.*|)$/;

    let offered = null;

    const close = () => {
        offered?.list.remove();
        offered?.field.setAttribute("aria-expanded", "false");
        offered?.field.removeAttribute("aria-activedescendant");
        offered = null;
    };

    const choose = (at) => {
        const options = [...offered.list.children];
        offered.at = (at + options.length) % options.length;
        options.forEach((option, one) => option.setAttribute("aria-selected", String(one === offered.at)));
        offered.field.setAttribute("aria-activedescendant", options[offered.at].id);
    };

    const take = (name) => {
        const { field, typed } = offered;
        field.setRangeText(`${name} `, field.selectionStart - typed.length, field.selectionStart, "end");
        close();
        field.focus();
    };

    // Names of which a word begins as what was typed does; none where one is typed to its end.
    const fitting = (names, typed) => {
        const begun = typed.toLowerCase();
        const fits = (name) => ` ${name.toLowerCase()}`.includes(` ${begun}`);
        return names.some((name) => name.toLowerCase() === begun) ? [] : names.filter(fits).slice(0, MOST);
    };

    const offer = (field) => {
        close();
        const typed = field.value.slice(0, field.selectionStart).match(AFTER_AT)?.[2];
        const all = document.getElementById(field.dataset.names);
        const names = [...all.options].map((option) => option.value);
        const found = typed === undefined ? [] : fitting(names, typed);
        if (found.length === 0) {
            return;
        }
        const list = document.createElement("ul");
        list.className = "names-offered";
        list.id = `${field.id}-names`;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", all.dataset.title);
        found.forEach((name, one) => {
            const option = document.createElement("li");
            option.id = `${list.id}-${one}`;
            option.setAttribute("role", "option");
            option.textContent = name;
            list.append(option);
        });
        field.after(list);
        field.setAttribute("role", "combobox");
        field.setAttribute("aria-autocomplete", "list");
        field.setAttribute("aria-expanded", "true");
        field.setAttribute("aria-controls", list.id);
        offered = { field, list, typed, at: 0 };
        choose(0);
    };

    document.addEventListener("input", (event) => {
        if (event.target.matches?.("[data-names]") && !event.isComposing) {
            offer(event.target);
        }
    });

    // Before anything else reads the key: Enter takes a name rather than sending the line.
    document.addEventListener("keydown", (event) => {
        if (!offered || event.target !== offered.field || event.isComposing) {
            return;
        }
        const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (moves) {
            choose(offered.at + moves);
        } else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) {
            take(offered.list.children[offered.at].textContent);
        } else if (event.key === "Escape") {
            close();
        } else {
            return;
        }
        event.preventDefault();
    }, true);

    // A pointer takes before the field loses the focus.
    document.addEventListener("pointerdown", (event) => {
        const option = event.target.closest(".names-offered [role=option]");
        if (option && offered) {
            event.preventDefault();
            take(option.textContent);
        }
    });

    document.addEventListener("focusout", (event) => {
        if (offered && event.target === offered.field) {
            close();
        }
    });
})();
