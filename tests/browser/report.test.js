// The report: one file, both languages, sorted, filtered, printed, and it asks no other host.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browser, clean, LOOKS, looksRight, open, ROOT, SHOTS, signlint } from "./common.js";

let chrome;
const html = join(SHOTS, "report.html");
before(async () => {
  const first = join(SHOTS, "report.json");
  assert.equal(signlint("report", "samples/city-signs.csv", "--no-config", "--format", "json", "-o", first).status, 0);
  const made = signlint("report", "samples", "--no-config", "--since", first, "-o", html, "--lang", "en");
  assert.equal(made.status, 0, made.stderr);
  chrome = await browser();
});
after(() => chrome.close());

test("it opens without a fault, sorts and filters", async () => {
  assert.ok(statSync(html).size < 3_000_000);
  assert.doesNotMatch(readFileSync(html, "utf8"), /(src|href)="https?:/);
  const p = await open(chrome.context, pathToFileURL(html).href);
  const first = () => p.locator("#districts tbody tr:first-child td").first().textContent();
  const signs = p.locator("#districts th", { hasText: "Signs" });
  await signs.locator("button").click();
  assert.equal(await signs.getAttribute("aria-sort"), "descending");
  const most = Number(await first());
  await signs.locator("button").click();
  assert.ok(Number(await first()) < most);
  const rows = p.locator("#error-table tbody tr:visible");
  const all = await rows.count();
  await p.fill("[data-for=error-table]", "spelling");
  assert.ok((await rows.count()) > 0);
  await p.fill("[data-for=error-table]", "");
  assert.equal(await rows.count(), all);
  await p.getByRole("button", { name: /^Show all/ }).last().click();
  await clean(p);
});

test("both languages are in it", async () => {
  const p = await open(chrome.context, pathToFileURL(html).href);
  assert.equal(await p.locator("h1").innerText(), "Language-environment report");
  await p.getByRole("button", { name: "中文" }).click();
  assert.equal(await p.locator("h1").innerText(), "语言环境报告");
  assert.doesNotMatch(await p.locator("#overview").innerText(), /\b(correct|wrong|score)\b/i);
  await p.close();
});

test("it prints, with every row and without what only a screen needs", async () => {
  const p = await open(chrome.context, pathToFileURL(html).href);
  await p.emulateMedia({ media: "print" });
  assert.equal(await p.locator("nav").isVisible(), false);
  const rows = p.locator("#error-table tbody tr");
  assert.equal(await p.locator("#error-table tbody tr:visible").count(), await rows.count());
  await p.pdf({ path: join(SHOTS, "report.pdf"), format: "A4" });
  await p.close();
});

for (const [name, look] of LOOKS) {
  test(`no serious fault of accessibility and no sideways scrolling: ${name}`, async () => {
    const p = await open(chrome.context, pathToFileURL(html).href, look);
    await looksRight(p, `report-${name}`);
    await p.close();
  });
}
