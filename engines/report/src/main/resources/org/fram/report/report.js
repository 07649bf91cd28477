"use strict";
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.register tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const told = form.querySelector("output");
  const show = () => {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = ["party", "topic", "kind"].map((name) => [name, form.elements[name].value]);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits =
        words.every((word) => texts[i].includes(word)) &&
        wanted.every(([name, value]) => value === "" || row.dataset[name] === value);
      row.hidden = !fits;
      if (fits) shown++;
    });
    told.textContent = shown === rows.length ? `${rows.length} obligations` : `${shown} of ${rows.length} obligations`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  // A link to an obligation that the filter hides shows it again.
  addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      form.reset();
      show();
      target.scrollIntoView();
    }
  });
  show();
})();
