// Starts what the tests drive: the built binary and a headless Chromium with a fresh profile.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const BINARY = process.env.SIGNLINT ?? join(ROOT, "target/debug/signlint");
/** Screenshots are build artefacts: they are looked at, not compared. */
export const SHOTS = process.env.SIGNLINT_SHOTS ?? join(ROOT, "target/screenshots");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

mkdirSync(SHOTS, { recursive: true });

/** A server on a free port of the loopback interface. */
export async function serve(...flags) {
  const child = spawn(BINARY, ["serve", "--addr", "127.0.0.1:0", "--no-config", "--lang", "en", ...flags], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((done, fail) => {
    child.stdout.on("data", (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) done(found[0]);
    });
    child.on("exit", (code) => fail(new Error(`signlint serve ended with ${code}`)));
  });
  const stop = () => new Promise((done) => {
    child.on("exit", done);
    child.kill("SIGTERM");
  });
  /** The most memory that the server has had, in MiB (Linux). */
  const memory = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
  return { url, stop, memory };
}

/** Runs the binary to its end. */
export function signlint(...args) {
  return spawnSync(BINARY, args, { cwd: ROOT, encoding: "utf8", env: { ...process.env, LANG: "C" }, maxBuffer: 1 << 28 });
}

/** A browser with a profile that is thrown away. */
export async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "signlint-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    acceptDownloads: true,
    locale: "en-US",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** A page that remembers its faults: errors, messages of the console, and requests to other hosts. */
export async function open(context, url, { width = 1280, height = 900, dark = false } = {}) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.faults.push(message.text());
  });
  const own = new URL(url).host;
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(https?|wss?):/.test(protocol) && host !== own) page.faults.push(`request to ${request.url()}`);
  });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.goto(url);
  return page;
}

/** Waits until the script of the served page has put it together. */
export const ready = (page) => page.waitForSelector("html[data-ready=yes]");

/** A server and a browser for the tests of one file, and pages of the server that are ready for use. */
export function served() {
  const set = {
    async page(hash = "", look = {}) {
      const opened = await open(set.chrome.context, `${set.server.url}?lang=${look.lang ?? "en"}${hash}`, look);
      await ready(opened);
      return opened;
    },
  };
  before(async () => {
    set.server = await serve();
    set.chrome = await browser();
  });
  after(async () => {
    await set.chrome.close();
    await set.server.stop();
  });
  return set;
}

/** Nothing went wrong behind the page, and it may be closed. */
export async function clean(page) {
  assert.deepEqual(page.faults, []);
  await page.close();
}

/** How the page may be looked at: colours, and a window as wide as a phone's. */
export const LOOKS = [["light", {}], ["dark", { dark: true }], ["phone", { width: 390, height: 844, lang: "zh" }]];

/** No serious fault of accessibility and no sideways scrolling; a picture of it is kept. */
export async function looksRight(page, name) {
  await shot(page, name);
  assert.deepEqual(await serious(page), [], name);
  assert.equal(await overflows(page), false, name);
}

/** A picture of the whole page. */
export const shot = (page, name) => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });

/** What axe-core (WCAG 2.2 A and AA, best practices) holds to be serious or critical. */
async function serious(page) {
  // The policy of the page lets no inline script in; the driver's own world is beside it.
  await page.evaluate(AXE);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return result.violations
    .filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => `${n.target} ${n.any.map((a) => a.message).join("; ")}`).join(" | ")}`);
}

/** Whether the page is wider than its window. */
const overflows = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
