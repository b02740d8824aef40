// Term search, in either language, by pinyin or its initials.

import { get } from "./api.js";
import { by, make, pausing } from "./dom.js";
import { oneLine, termFacts } from "./findings.js";
import { said, word } from "./words.js";

let asked = null;
let answer = null;

/** Puts the section to work. */
export function start() {
  by("term").addEventListener("input", pausing(ask, 200));
  by("terms-form").addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const query = by("term").value.trim();
  if (!query) {
    answer = null;
    translate();
    return;
  }
  try {
    answer = await get(`/api/lookup?limit=30&q=${encodeURIComponent(query)}`, asked.signal);
  } catch (error) {
    if (error.name === "AbortError") return;
    answer = { fault: error.detail ?? { en: String(error), zh: String(error) } };
  }
  translate();
}

/** Shows the last answer. */
export function translate() {
  const hits = answer?.hits ?? [];
  by("terms-count").textContent = !answer ? "" : answer.fault ? said(answer.fault) : hits.length ? word("hits", hits.length) : word("noHits");
  by("terms-found").replaceChildren(...hits.map(hit));
}

function hit(entry) {
  const how = entry.how === "pinyin" ? word("how-pinyin") : word(entry.how);
  const head = make("h3", { class: "term-head" }, make("span", { lang: "zh-CN" }, entry.zh), " ", make("span", { lang: "en" }, oneLine(entry.preferred)));
  return make("article", { class: "card" }, head, how ? make("p", { class: "by" }, how) : null, termFacts(entry));
}
