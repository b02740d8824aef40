// How findings and terms look, wherever they are shown.

import { make } from "./dom.js";
import { said, word } from "./words.js";

export const LEVELS = ["error", "warning", "info"];

/** The pill that names a level. */
export const levelMark = (level) => make("span", { class: `level ${level}` }, word(level));

/** The highest level among findings. */
export const worst = (findings) => LEVELS.find((level) => findings.some((f) => f.level === level)) ?? "good";

/** How many findings there are of each level. */
export function count(findings) {
  const n = { total: findings.length, error: 0, warning: 0, info: 0 };
  for (const f of findings) n[f.level] += 1;
  return n;
}

/** The text with what is wrong underlined. Offsets are bytes of UTF-8. */
export function marked(text, findings) {
  const bytes = new TextEncoder().encode(text);
  const piece = (from, to) => new TextDecoder().decode(bytes.slice(from, to));
  const out = [];
  let at = 0;
  for (const f of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (f.start < at || f.end <= f.start) continue;
    out.push(piece(at, f.start), make("mark", { class: f.level }, piece(f.start, f.end)));
    at = f.end;
  }
  out.push(piece(at, bytes.length));
  return out;
}

/** The new text with the changed middle marked. */
export function changed(before, after) {
  const a = [...before];
  const b = [...after];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = b.slice(head, b.length - tail).join("");
  return [b.slice(0, head).join(""), middle ? make("ins", {}, middle) : null, b.slice(b.length - tail).join("")];
}

/** One finding; `accept` is called with the sign after its fix. */
export function findingItem(finding, sign, accept) {
  const rule = make("a", { href: `#rules/${finding.rule}` }, make("code", {}, finding.rule));
  const head = make("p", {}, levelMark(finding.level), " ", said(finding.message));
  const item = make("li", { class: finding.level }, head);
  if (finding.suggestion) {
    const before = sign.en.trim() ? sign.en : "";
    item.append(make("p", { class: "write" }, `${word("write")}: `, make("span", { lang: "en" }, ...changed(before, finding.suggestion))));
  }
  const source = [finding.source, finding.clause].filter(Boolean).join(", ");
  item.append(make("p", { class: "by" }, rule, source ? ` · ${word("by")} ${source}` : ""));
  // A suggestion without an edit of its own is the whole English; a person may still take it.
  const after = finding.after ?? (finding.suggestion ? { zh: sign.zh, en: finding.suggestion } : null);
  if (after && accept) {
    const label = word("acceptOf", finding.rule);
    const button = make("button", { type: "button", "aria-label": label, onclick: () => accept(after) }, word("accept"));
    item.append(make("div", { class: "row" }, button, make("span", { class: "by" }, word(finding.safe ? "safe" : "look"))));
  }
  return item;
}

/** The facts of a glossary entry. */
export function termFacts(entry) {
  const list = make("dl", { class: "term" });
  const fact = (name, ...value) => {
    if (value.every((v) => !v)) return;
    list.append(make("dt", {}, word(name)), make("dd", {}, ...value));
  };
  fact("pinyin", entry.aloud ?? "");
  fact("also", entry.allowed.join(" · "));
  fact("short", entry.abbreviations.join(" · "));
  fact("old", entry.deprecated.join(" · "));
  fact("wrong", entry.banned.join(" · "));
  fact("source", entry.sources.map((s) => s.label).join(", "), entry.clause ? ` (${entry.clause})` : "");
  fact("status", word(entry.status));
  fact("field", word(entry.domain));
  fact("note", entry.note);
  return list;
}

/** The English of an entry on one line. */
export const oneLine = (text) => text.replaceAll("//", " ");
