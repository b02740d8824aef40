// A whole file: findings while it is checked, fixes accepted one by one or all, the corrected file in its own format.

import { call, lines, post } from "./api.js";
import { by, make, pausing } from "./dom.js";
import { findingItem, LEVELS, levelMark, worst } from "./findings.js";
import { language, said, word } from "./words.js";

/** Signs put on the page at a time. */
const PAGE = 50;

const state = { file: null, signs: new Map(), list: [], shown: PAGE, levels: new Set(["error", "warning"]), accepted: new Map(), mend: "none", note: null, end: null, running: null };

/** Puts the section to work. */
export function start() {
  by("choose").addEventListener("change", (event) => {
    if (event.target.files[0]) check(event.target.files[0]);
    event.target.value = "";
  });
  const drop = by("drop");
  for (const name of ["dragover", "dragenter"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
  });
  by("file-filter").addEventListener("input", pausing(list, 150));
  by("file-more").addEventListener("click", () => {
    state.shown += PAGE;
    list();
  });
  by("file-accept").addEventListener("click", () => acceptEach("safe"));
  by("file-accept-all").addEventListener("click", () => acceptEach("all"));
  by("file-download").addEventListener("click", download);
}

/** Shows everything again in the new language. */
export function translate() {
  by("file-levels").replaceChildren(
    ...LEVELS.map((level) => {
      const flip = () => {
        if (!state.levels.delete(level)) state.levels.add(level);
        translate();
        by("file-levels").querySelector(`[data-level="${level}"]`).focus();
      };
      return make("button", { type: "button", "data-level": level, "aria-pressed": String(state.levels.has(level)), onclick: flip }, word(level));
    }),
  );
  tell();
  list();
}

/** Says how far the check is. */
function tell() {
  const note = state.note;
  by("file-state").textContent = note ? (note.detail ? said(note.detail) : word(note.key, note.about)) : "";
  const progress = by("file-progress");
  progress.hidden = !state.running;
  if (note?.about?.signs) progress.value = note.about.done / note.about.signs;
  else progress.removeAttribute("value");
  progress.setAttribute("aria-label", by("file-state").textContent);
  const buttons = ["file-accept", "file-accept-all", "file-download"];
  for (const id of buttons) by(id).disabled = Boolean(state.running) || !state.file;
}

async function check(file) {
  state.running?.abort();
  const running = new AbortController();
  Object.assign(state, { file, signs: new Map(), list: [], shown: PAGE, accepted: new Map(), mend: "none", end: null, running });
  state.note = { key: "reading", about: file.name };
  by("file-problems").replaceChildren();
  by("file-notes").replaceChildren();
  by("file-result").hidden = true;
  tell();
  try {
    const path = `/api/files/check?name=${encodeURIComponent(file.name)}`;
    const response = await call(path, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" }, signal: running.signal });
    for await (const event of lines(response)) take(event, file);
    if (!state.end) state.note = { key: "interrupted" };
  } catch (error) {
    if (error.name === "AbortError") return;
    state.note = { detail: error.detail ?? { en: word("interrupted"), zh: word("interrupted") } };
  }
  state.running = null;
  tell();
  list();
}

/** One line of the server's answer. */
function take(event, file) {
  const about = { name: file.name, ...event };
  if (event.event === "begin") {
    state.note = { key: "checking", about: { ...about, done: 0 } };
    by("file-result").hidden = false;
    tell();
    showProblems(event.tables);
  } else if (event.event === "sign") {
    const key = `${event.table}:${event.row}`;
    const known = state.signs.get(key);
    if (known) known.findings.push(...event.findings);
    else state.signs.set(key, { ...event, key });
    if (!known && state.signs.size <= 10) list();
  } else if (event.event === "progress") {
    state.note = { key: event.done === event.signs ? "comparing" : "checking", about };
    tell();
    refresh();
  } else if (event.event === "end") {
    state.end = event;
    state.note = { key: "checked", about: { ...about, done: event.signs, seconds: event.seconds.toFixed(2) } };
  } else if (event.event === "stopped") {
    state.end = event;
    state.note = { detail: event.detail };
  }
}

const refresh = pausing(list, 60);

function showProblems(tables) {
  const place = (table, line) => (line ? `${table.name}:${line}` : table.name);
  const items = tables.flatMap((t) => t.problems.map((p) => make("li", {}, `${place(t, p.line)}: ${said(p.message)}`)));
  by("file-problems").replaceChildren(...items);
  by("file-notes").replaceChildren(...tables.flatMap((t) => t.notes.map((note) => make("li", {}, said(note)))));
}

/** The findings of a sign at the levels that are shown. */
const visible = (sign) => sign.findings.filter((f) => state.levels.has(f.level));

function list() {
  const text = by("file-filter").value.trim().toLowerCase();
  const holds = (sign) => [sign.id, sign.zh, sign.en, sign.place, ...sign.findings.map((f) => f.rule)].some((t) => t.toLowerCase().includes(text));
  state.list = [...state.signs.values()].filter((s) => visible(s).length && (!text || holds(s)));
  state.list.sort((a, b) => a.table - b.table || a.row - b.row);
  const shown = state.list.slice(0, state.shown);
  by("file-signs").replaceChildren(...shown.map(signItem));
  by("file-more").hidden = shown.length === state.list.length;
  const untold = state.end?.untold ? ` ${word("untold", state.end.untold)}` : "";
  const numbers = { shown: shown.length, all: state.list.length, accepted: state.accepted.size };
  by("file-count").textContent = state.signs.size || state.end ? word("listed", numbers) + untold : "";
}

function signItem(sign) {
  const now = state.accepted.get(sign.key);
  const head = make(
    "p",
    { class: "sign-head" },
    levelMark(worst(visible(sign))),
    make("span", { class: "zh", lang: "zh-CN" }, sign.zh),
    make("span", { lang: "en" }, sign.en),
    make("span", { class: "where" }, [sign.id, word("row", sign), sign.place].filter(Boolean).join(" · ")),
  );
  if (now) {
    const field = make("input", { type: "search", lang: "en", value: now.en, "aria-label": `${word("newEnglish")}: ${sign.zh}`, onchange: (event) => state.accepted.set(sign.key, { ...now, en: event.target.value }) });
    const undo = make("button", { type: "button", "aria-label": word("undoOf", sign.zh), onclick: () => change(sign, null) }, word("undo"));
    const row = make("div", { class: "row" }, make("span", { class: "level good" }, word("changed")), make("label", { class: "grow" }, make("span", {}, word("newEnglish")), field), undo);
    return make("li", { class: "accepted", "data-key": sign.key }, head, row);
  }
  const findings = make("ol", { class: "findings" }, ...visible(sign).map((f) => findingItem(f, sign, (after) => acceptOne(sign, after))));
  const whole = sign.mended_all ?? sign.mended;
  const button = whole && sign.findings.length > 1 ? make("button", { type: "button", class: "main", "aria-label": word("fixSignOf", sign.zh), onclick: () => change(sign, whole) }, word("fixSign")) : null;
  return make("li", { "data-key": sign.key }, head, findings, button ? make("div", { class: "row" }, button) : null);
}

/** Accepts one finding's fix; what is then left of the others is asked of the server. */
async function acceptOne(sign, after) {
  if (sign.findings.length === 1) return change(sign, after);
  try {
    const left = await post("/api/check", { zh: after.zh, en: after.en, kind: sign.kind, domain: sign.domain });
    const across = sign.findings.filter((f) => f.rule.startsWith("consistency/"));
    const was = sign.was ?? { zh: sign.zh, en: sign.en };
    Object.assign(sign, { zh: after.zh, en: after.en, was, findings: [...left.findings, ...across], mended: left.mended, mended_all: left.mended_all });
    state.accepted.delete(sign.key);
    if (left.findings.some((f) => state.levels.has(f.level))) {
      list();
      focusOn(sign);
    } else change(sign, after);
  } catch (error) {
    state.note = { detail: error.detail ?? { en: String(error), zh: String(error) } };
    tell();
  }
}

/** Sets or takes back the new text of a sign. */
function change(sign, pair) {
  if (pair) state.accepted.set(sign.key, { zh: pair.zh, en: pair.en });
  else state.accepted.delete(sign.key);
  list();
  focusOn(sign);
}

/** Keeps the keyboard where it was: on the sign that was changed. */
function focusOn(sign) {
  by("file-signs").querySelector(`[data-key="${sign.key}"] button`)?.focus();
}

/** Accepts every fix of the listed signs, safe ones alone or all; signs that are not listed get theirs on download. */
function acceptEach(which) {
  const all = which === "all";
  state.mend = all || state.mend === "all" ? "all" : "safe";
  for (const sign of state.signs.values()) {
    const pair = all ? sign.mended_all ?? sign.mended : sign.mended;
    if (pair && !state.accepted.has(sign.key)) state.accepted.set(sign.key, { zh: pair.zh, en: pair.en });
  }
  list();
}

/** The changes to write: accepted ones, and texts left half mended. `whole` names the others too, so that they stay. */
function changes(whole) {
  const out = [];
  for (const sign of state.signs.values()) {
    const pair = state.accepted.get(sign.key) ?? (sign.was ? { zh: sign.zh, en: sign.en } : null);
    const one = { table: sign.table, row: sign.row };
    if (!pair) {
      if (whole) out.push({ ...one, en: sign.en });
      continue;
    }
    const was = sign.was ?? sign;
    if (pair.zh !== was.zh) one.zh = pair.zh;
    if (pair.en !== was.en) one.en = pair.en;
    out.push(one);
  }
  return out;
}

async function download() {
  const form = new FormData();
  form.append("file", state.file);
  // Signs beyond the list are mended by the server; the listed ones are as they were accepted here.
  const mend = state.end?.untold > 0 ? state.mend : "none";
  form.append("wanted", JSON.stringify({ mend, changes: changes(mend !== "none") }));
  try {
    const response = await call(`/api/files/fix?name=${encodeURIComponent(state.file.name)}`, { method: "POST", body: form });
    const name = /filename\*=UTF-8''(\S+)/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
    const link = make("a", { href: URL.createObjectURL(await response.blob()), download: decodeURIComponent(name ?? state.file.name), lang: language() });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    state.note = { detail: error.detail ?? { en: String(error), zh: String(error) } };
    tell();
  }
}
