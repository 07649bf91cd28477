// What small parts of pages need beyond HTML: notes that can be put away, printing, and the current way in view.
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

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("[data-print]").forEach((button) => {
            button.hidden = false;
        });
        const here = document.querySelector(".side [aria-current]");
        const side = here?.closest(".side");
        if (side) {
            const ways = side.getBoundingClientRect();
            const way = here.getBoundingClientRect();
            side.scrollLeft += way.left - ways.left - 16;
            if (way.bottom > ways.bottom) {
                side.scrollTop += way.bottom - ways.bottom + 16;
            }
        }
    });
})();
