// Dragging a bar of the Gantt chart moves the start of its activity, dragging the circle at its end to another activity
// lets that one wait for it. The form of the activity does the same without it.
"use strict";

(() => {
    const form = document.getElementById("gantt-move");
    const table = document.querySelector(".gantt-table");
    if (!form || !table) {
        return;
    }
    const perDay = Number(table.dataset.perDay);
    document.querySelector(".gantt-hint")?.removeAttribute("hidden");

    const shifted = (day, days) => {
        const date = new Date(`${day}T00:00:00Z`);
        date.setUTCDate(date.getUTCDate() + days);
        return date.toISOString().slice(0, 10);
    };

    table.addEventListener("pointerdown", (down) => {
        const bar = down.target.closest?.("rect[data-activity]");
        if (!bar || down.button !== 0) {
            return;
        }
        down.preventDefault();
        const scale = bar.ownerSVGElement.getBoundingClientRect().width / bar.ownerSVGElement.viewBox.baseVal.width;
        let days = 0;
        const drag = (move) => {
            days = Math.round((move.clientX - down.clientX) / scale / perDay);
            bar.setAttribute("transform", `translate(${days * perDay} 0)`);
        };
        const drop = (up) => {
            bar.removeEventListener("pointermove", drag);
            bar.classList.remove("dragged");
            if (up.type === "pointercancel" || days === 0) {
                bar.removeAttribute("transform");
                return;
            }
            form.action = `${form.dataset.activities}${bar.dataset.activity}/move`;
            form.elements.start.value = shifted(bar.dataset.start, days);
            form.elements.seen.value = bar.dataset.version;
            form.submit();
        };
        bar.setPointerCapture(down.pointerId);
        bar.classList.add("dragged");
        bar.addEventListener("pointermove", drag);
        bar.addEventListener("pointerup", drop, { once: true });
        bar.addEventListener("pointercancel", drop, { once: true });
    });

    const link = document.getElementById("gantt-link");
    if (!link) {
        return;
    }
    table.closest(".gantt").classList.add("linkable");

    table.addEventListener("pointerdown", (down) => {
        const from = down.target.closest?.("circle[data-link]");
        if (!from || down.button !== 0) {
            return;
        }
        down.preventDefault();
        let target = null;
        const aim = (move) => {
            target?.classList.remove("link-target");
            target = document.elementFromPoint(move.clientX, move.clientY)?.closest("tr[data-row]") ?? null;
            if (target?.dataset.row === from.dataset.link) {
                target = null;
            }
            target?.classList.add("link-target");
        };
        const drop = (up) => {
            from.removeEventListener("pointermove", aim);
            from.classList.remove("dragged");
            target?.classList.remove("link-target");
            if (up.type === "pointercancel" || !target) {
                return;
            }
            link.action = `${link.dataset.activities}${target.dataset.row}/after`;
            link.elements.before.value = from.dataset.link;
            link.elements.seen.value = target.dataset.rowVersion;
            link.submit();
        };
        from.setPointerCapture(down.pointerId);
        from.classList.add("dragged");
        from.addEventListener("pointermove", aim);
        from.addEventListener("pointerup", drop, { once: true });
        from.addEventListener("pointercancel", drop, { once: true });
    });
})();
