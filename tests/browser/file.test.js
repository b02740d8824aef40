// A file is dropped, its findings show, fixes are accepted, and the corrected file comes back in its format.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { clean, LOOKS, looksRight, ROOT, served, shot, signlint } from "./common.js";

const SAMPLE = join(ROOT, "samples/games-venue.csv");
const own = served();
const page = (look) => own.page("#file", look);

/** Drops a file onto the page, as from the desktop. */
async function drop(p, name, bytes) {
  const transfer = await p.evaluateHandle(([name, encoded]) => {
    const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name));
    return data;
  }, [name, Buffer.from(bytes).toString("base64")]);
  await p.dispatchEvent("#drop", "dragenter", { dataTransfer: transfer });
  await p.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
}

async function downloaded(p) {
  const [download] = await Promise.all([p.waitForEvent("download"), p.click("#file-download")]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const finished = (p) => p.waitForSelector("#file-download:not([disabled])");

test("dropped, all safe fixes accepted, downloaded: the same file that `signlint fix` writes", async () => {
  const p = await page();
  await drop(p, "games-venue.csv", readFileSync(SAMPLE));
  await finished(p);
  assert.match(await p.locator("#file-state").textContent(), /37 signs checked/);
  assert.ok((await p.locator("#file-signs > li").count()) > 5);
  await shot(p, "file-found");
  await p.click("#file-accept");
  await p.waitForSelector("#file-signs li.accepted");
  await shot(p, "file-accepted");
  const { name, bytes } = await downloaded(p);
  assert.equal(name, "games-venue.corrected.csv");
  const fixed = signlint("fix", SAMPLE, "--no-config", "-o", "-");
  assert.equal(bytes.toString(), fixed.stdout);
  assert.notEqual(bytes.toString(), readFileSync(SAMPLE, "utf8"));
  await clean(p);
});

test("one fix is accepted, one taken back: only that cell changes, in GB18030 with CRLF", async () => {
  const p = await page();
  const text = "编号,中文,英文\r\n1,平安大街,Pingan Avenue\r\n2,出口,\"Exxit\"\r\n3,入口,Entrance\r\n";
  const gb = gb18030(text);
  await drop(p, "signs.csv", gb);
  await finished(p);
  const accept = (zh) => p.locator("#file-signs > li", { hasText: zh }).getByRole("button", { name: /^Accept/ }).first().click();
  await accept("平安大街");
  await accept("出口");
  await p.locator("#file-signs > li", { hasText: "出口" }).getByRole("button", { name: /^Undo/ }).click();
  const { bytes } = await downloaded(p);
  assert.deepEqual(bytes, gb18030(text.replace("Pingan", "Ping'an")));
  await clean(p);
});

test("levels and filter choose what is listed; what cannot be read is told", async () => {
  const p = await page();
  await p.setInputFiles("#choose", join(ROOT, "samples/city-signs.csv"));
  await finished(p);
  const listed = () => p.locator("#file-signs > li").count();
  const before = await listed();
  await p.getByRole("button", { name: "warning", exact: true }).click();
  const errors = await listed();
  assert.ok(errors > 0 && errors < before, `${errors} of ${before}`);
  await p.fill("#file-filter", "TODO");
  await p.waitForFunction((n) => document.querySelectorAll("#file-signs > li").length < n, errors);
  await drop(p, "photo.png", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  await p.waitForFunction(() => /picture/.test(document.querySelector("#file-state").textContent));
  // The server's 422 is told on the console by the browser itself.
  assert.deepEqual(p.faults.filter((f) => !/422/.test(f)), []);
  await p.close();
});

test("200,000 rows: findings while the rest runs, progress, and memory stays bounded", { timeout: 600_000 }, async () => {
  const p = await page();
  const rows = ["id,zh,en"];
  for (let i = 0; i < 200_000; i += 1) rows.push(i % 10 ? `${i},${(i % 900) + 1}号出口,Exit ${(i % 900) + 1}` : `${i},平安大街${i}号,No. ${i} Pingan Avenue`);
  const big = Buffer.from(rows.join("\n"));
  await p.setInputFiles("#choose", { name: "big.csv", mimeType: "text/csv", buffer: big });
  await p.waitForSelector("#file-signs > li");
  // The first findings are there and the check still goes on.
  assert.match(await p.locator("#file-state").textContent(), /of 200000 signs|comparing 200000/);
  assert.equal(await p.locator("#file-progress").isVisible(), true);
  const early = own.server.memory();
  await p.waitForSelector("#file-download:not([disabled])", { timeout: 590_000 });
  // The text, its rows and the texts compared with one another: a few times the file, whatever is found in it.
  const late = own.server.memory();
  console.log(`${(big.length / 1048576).toFixed(1)} MiB file: ${early.toFixed(0)} MiB at the first findings, ${late.toFixed(0)} MiB at the end`);
  assert.ok(late < 300, `${late} MiB`);
  assert.match(await p.locator("#file-state").textContent(), /200000 signs checked/);
  assert.ok((await p.locator("#file-signs > li").count()) <= 50);
  await clean(p);
});

for (const [name, look] of LOOKS) {
  test(`no serious fault of accessibility and no sideways scrolling: ${name}`, async () => {
    const p = await page(look);
    await p.setInputFiles("#choose", SAMPLE);
    await finished(p);
    await p.locator("#file-signs .findings button").first().click();
    await p.waitForSelector("#file-signs li.accepted");
    await looksRight(p, `file-${name}`);
    await p.close();
  });
}

/** Node encodes no GB18030; the few characters of these tests are looked up by decoding all of GB2312. */
function gb18030(text) {
  const known = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let a = 0xa1; a <= 0xf7; a += 1) {
    for (let b = 0xa1; b <= 0xfe; b += 1) known.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  }
  return Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : known.get(c))));
}
