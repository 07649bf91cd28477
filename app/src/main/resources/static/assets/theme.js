// Light or dark: as chosen in this browser, else as the system says. Runs before anything is painted.
(() => {
    const root = document.documentElement;
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const chosen = () => {
        try {
            return localStorage.getItem("theme") ?? "system";
        } catch {
            return "system";
        }
    };
    const apply = () => {
        const theme = chosen();
        const dark = theme === "dark" || (theme === "system" && system.matches);
        root.setAttribute("data-bs-theme", dark ? "dark" : "light");
        root.dispatchEvent(new CustomEvent("theme"));
    };
    root.classList.add("scripted");
    system.addEventListener("change", apply);
    window.addEventListener("storage", apply);
    apply();

    document.addEventListener("DOMContentLoaded", () => {
        for (const choice of document.querySelectorAll("[name=theme]")) {
            choice.checked = choice.value === chosen();
            choice.addEventListener("change", () => {
                try {
                    localStorage.setItem("theme", choice.value);
                } catch {
                    // A browser that keeps nothing follows the system.
                }
                apply();
            });
        }
    });
})();
