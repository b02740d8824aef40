// The rule browser.

import { get } from "./api.js";
import { by, make } from "./dom.js";
import { levelMark } from "./findings.js";
import { said, word } from "./words.js";

let rules = null;
let wanted = "";

/** Puts the section to work. */
export function start() {
  by("rule").addEventListener("input", translate);
  by("rules-form").addEventListener("submit", (event) => event.preventDefault());
}

/** Shows the section; `code` opens one rule. */
export async function open(code) {
  wanted = code;
  if (code) by("rule").value = code;
  if (!rules) {
    try {
      rules = (await get("/api/rules")).rules;
    } catch (error) {
      by("rules-count").textContent = said(error.detail ?? { en: String(error), zh: String(error) });
      return;
    }
  }
  translate();
}

/** Lists the rules that hold the words typed. */
export function translate() {
  if (!rules) return;
  const words = by("rule").value.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (r) => [r.code, r.summary.en, r.summary.zh, r.why.en, r.why.zh, r.source].join(" ").toLowerCase();
  const shown = rules.filter((r) => words.every((w) => text(r).includes(w)));
  by("rules-count").textContent = word("ruleCount", shown.length);
  const families = Map.groupBy ? Map.groupBy(shown, (r) => r.family) : grouped(shown);
  const out = [];
  for (const [family, members] of families) {
    out.push(make("h3", { class: "family" }, family), ...members.map(box));
  }
  by("rules-found").replaceChildren(...out);
}

function grouped(all) {
  const out = new Map();
  for (const r of all) out.set(r.family, [...(out.get(r.family) ?? []), r]);
  return out;
}

function box(rule) {
  const facts = make("dl", { class: "term" });
  const fact = (name, value) => value && facts.append(make("dt", {}, word(name)), make("dd", {}, value));
  fact("source", [rule.source, rule.clause].filter(Boolean).join(", "));
  fact("fix", said(rule.fix));
  const rows = rule.examples.map((e) =>
    make("tr", {}, make("td", {}, make("span", { class: `level ${e.wrong ? "error" : "good"}` }, word(e.wrong ? "wrong" : "right"))), make("td", { lang: "zh-CN" }, e.zh), make("td", { lang: "en" }, e.en), make("td", { lang: "en" }, e.write ?? "")),
  );
  const head = make("tr", {}, make("th", { scope: "col" }, word("examples")), make("th", { scope: "col" }, word("zh")), make("th", { scope: "col" }, word("en")), make("th", { scope: "col" }, word("write")));
  return make(
    "details",
    { class: "rule", open: rule.code === wanted },
    make("summary", {}, levelMark(rule.level), make("b", {}, said(rule.summary)), make("code", {}, rule.code)),
    make("p", {}, said(rule.why)),
    facts,
    rows.length ? make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)) : null,
  );
}
