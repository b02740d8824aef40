"use strict";
(() => {
  const root = document.documentElement;
  const languages = document.querySelectorAll("[data-lang]");
  const speak = (lang) => {
    root.lang = lang;
    for (const b of languages) b.setAttribute("aria-pressed", String(b.dataset.lang === lang));
  };
  for (const b of languages) b.addEventListener("click", () => speak(b.dataset.lang));
  speak(root.lang);

  const value = (row, column) => {
    const cell = row.children[column];
    return cell?.dataset.v !== undefined ? Number(cell.dataset.v) : (cell?.textContent ?? "").trim();
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector("button").addEventListener("click", () => {
        const falling = head.getAttribute("aria-sort") === "descending" || (!head.hasAttribute("aria-sort") && !head.classList.contains("n"));
        for (const h of heads) h.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", falling ? "ascending" : "descending");
        const rows = [...table.tBodies[0].rows].map((row) => [value(row, column), row]);
        const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN"));
        rows.sort((a, b) => (falling ? 1 : -1) * order(a[0], b[0]));
        table.tBodies[0].append(...rows.map((r) => r[1]));
      });
    });
  }
  // Long tables begin short; sorting and filtering look at all rows, and print has them all.
  const SHORT = 15;
  for (const table of document.querySelectorAll("table.sortable")) {
    const all = table.tBodies[0].rows.length;
    if (all <= SHORT + 3) continue;
    table.classList.add("short");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "all";
    button.innerHTML = '<span class="en" lang="en"></span><span class="zh" lang="zh-CN"></span>';
    button.children[0].textContent = `Show all ${all}`;
    button.children[1].textContent = `显示全部 ${all} 行`;
    button.addEventListener("click", () => {
      table.classList.remove("short");
      button.remove();
      table.parentElement.focus();
    });
    table.parentElement.after(button);
  }
  for (const input of document.querySelectorAll("input[data-for]")) {
    const rows = [...document.getElementById(input.dataset.for).tBodies[0].rows];
    const count = document.querySelector(`[data-count="${input.dataset.for}"]`);
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const table = rows[0]?.closest("table");
      table?.classList.toggle("filtered", words.length > 0);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((w) => text.includes(w));
        shown += row.hidden ? 0 : 1;
      }
      count.textContent = words.length ? `${shown} / ${rows.length}` : "";
    });
  }
})();
