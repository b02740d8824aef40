// One sign: findings as it is typed, and what the standard would write.

import { post } from "./api.js";
import { by, make, pausing } from "./dom.js";
import { count, findingItem, marked, oneLine, termFacts, worst } from "./findings.js";
import { DOMAINS, KINDS, said, word } from "./words.js";

let asked = null;
let answer = null;

/** Puts the section to work. */
export function start() {
  const soon = pausing(ask, 180);
  for (const id of ["zh", "en"]) by(id).addEventListener("input", soon);
  for (const id of ["kind", "domain"]) by(id).addEventListener("change", ask);
  by("accept-safe").addEventListener("click", () => accept(answer.checked.mended));
  by("accept-all").addEventListener("click", () => accept(answer.checked.mended_all));
}

/** Fills the lists again and shows the last answer in the new language. */
export function translate() {
  for (const [id, values] of [["kind", KINDS], ["domain", DOMAINS]]) {
    const chosen = by(id).value;
    by(id).replaceChildren(make("option", { value: "" }, word("any")), ...values.map((v) => make("option", { value: v }, word(v))));
    by(id).value = chosen;
  }
  show();
}

function accept(pair) {
  if (!pair) return;
  by("zh").value = pair.zh;
  by("en").value = pair.en;
  by("en").focus();
  ask();
}

/** Asks the server; an answer to older text is dropped. */
async function ask() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  const sort = { kind: by("kind").value, domain: by("domain").value };
  const zh = by("zh").value;
  const en = by("en").value;
  if (!zh.trim() && !en.trim()) {
    answer = null;
    show();
    return;
  }
  try {
    const [checked, suggested] = await Promise.all([
      post("/api/check", { zh, en, ...sort }, signal),
      zh.trim() ? post("/api/suggest", { zh, ...sort }, signal) : null,
    ]);
    answer = { zh, en, checked, suggested };
  } catch (error) {
    if (error.name === "AbortError") return;
    answer = { zh, en, fault: error.detail ?? { en: String(error), zh: String(error) } };
  }
  show();
}

function show() {
  const verdict = by("verdict");
  verdict.className = "verdict";
  by("findings").replaceChildren();
  by("marked").hidden = true;
  by("fix-all").hidden = true;
  by("findings-title").hidden = true;
  by("inside").replaceChildren(make("p", { class: "empty" }, "—"));
  by("standard").replaceChildren(make("p", { class: "empty" }, "—"));
  if (!answer) {
    verdict.textContent = word("waiting");
    return;
  }
  if (answer.fault) {
    verdict.classList.add("error");
    verdict.textContent = said(answer.fault);
    return;
  }
  showSuggested();
  const findings = answer.checked.findings;
  const empty = !answer.en.trim();
  const level = findings.length ? worst(findings) : empty ? "" : "good";
  if (level) verdict.classList.add(level);
  verdict.textContent = findings.length ? word("found", count(findings)) : word(empty ? "onlyZh" : "fine");
  if (!findings.length) return;
  const inEnglish = findings.filter((f) => f.field === "en");
  if (!empty && inEnglish.length) {
    by("marked").hidden = false;
    by("marked").replaceChildren(...marked(answer.en, inEnglish));
  }
  by("findings-title").hidden = false;
  by("findings").replaceChildren(...findings.map((f) => findingItem(f, answer, accept)));
  const { mended, mended_all: all } = answer.checked;
  by("fix-all").hidden = !mended && !all;
  fixButton(by("accept-safe"), mended, word("acceptSafe"));
  // Where suggested fixes change nothing more, one button is enough.
  fixButton(by("accept-all"), all && all.en === mended?.en && all.zh === mended?.zh ? null : all, word("acceptAll"));
}

function fixButton(button, pair, label) {
  button.hidden = !pair;
  if (pair) button.replaceChildren(`${label}: ${oneLine(pair.en)}`);
}

function showSuggested() {
  const found = answer.suggested;
  if (!found) return;
  const box = by("standard");
  if (!found.en) {
    box.replaceChildren(make("p", { class: "aloud" }, found.aloud ?? ""), make("p", { class: "empty" }, word("noAnswer")));
  } else {
    const use = make("button", { type: "button", onclick: () => accept({ zh: answer.zh, en: found.en }) }, word("use"));
    const how = `${word(found.method)} · ${word("confidence")} ${Math.round(found.confidence * 100)} %`;
    const parts = found.parts.map((p) =>
      make("li", {}, make("b", { lang: "en" }, p.en), make("span", { lang: "zh-CN" }, p.zh), " ", make("small", {}, [p.aloud, p.source].filter(Boolean).join(" · "))),
    );
    box.replaceChildren(
      make("p", { class: "big", lang: "en" }, found.en),
      make("p", { class: "aloud" }, found.aloud ?? ""),
      make("p", { class: "by" }, how),
      found.parts.length ? make("ul", { class: "parts" }, ...parts) : "",
      found.alternatives.length ? make("p", {}, `${word("also")}: `, make("span", { lang: "en" }, found.alternatives.join(" · "))) : "",
      found.en === answer.en ? "" : use,
    );
  }
  const terms = found.terms.map((entry) =>
    make("details", { class: "term-box" }, make("summary", {}, make("b", { lang: "zh-CN" }, entry.zh), " ", make("span", { lang: "en" }, oneLine(entry.preferred)), " ", make("span", { class: "by" }, entry.aloud ?? "")), termFacts(entry)),
  );
  by("inside").replaceChildren(...(terms.length ? terms : [make("p", { class: "empty" }, word("noTerms"))]));
}
