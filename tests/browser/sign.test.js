// One sign, the terms and the rules, as a person uses them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clean, LOOKS, looksRight, open, ready, serve, served, shot } from "./common.js";

const own = served();
const page = own.page;

test("a wrong sign is typed, the finding shows, the fix is accepted", async () => {
  const p = await page();
  await p.locator("#zh").pressSequentially("平安大街");
  await p.locator("#en").pressSequentially("Pingan Avenue");
  const finding = p.locator("#findings li").first();
  await finding.waitFor();
  assert.match(await finding.textContent(), /needs an apostrophe/);
  assert.equal(await p.locator("#marked mark.error").textContent(), "Pingan");
  assert.match(await p.locator("#verdict").textContent(), /^1 finding: 1 error, 0 warnings/);
  await shot(p, "sign-finding");
  await finding.getByRole("button", { name: /^Accept/ }).click();
  await p.waitForSelector("#verdict.good");
  assert.equal(await p.inputValue("#en"), "Ping'an Avenue");
  assert.equal(await p.locator("#findings li").count(), 0);
  await clean(p);
});

test("what the standard would write is shown with parts, sources and tones", async () => {
  const p = await page();
  await p.fill("#zh", "惠新东街");
  await p.waitForSelector("#standard .parts li");
  assert.equal(await p.locator("#standard .big").textContent(), "Huixin East St");
  assert.match(await p.locator("#standard .aloud").first().textContent(), /huì xīn dōng jiē/);
  assert.ok((await p.locator("#standard .parts li").count()) >= 2);
  // Another kind of sign, another rendering.
  await p.selectOption("#kind", "place-name-plate");
  await p.waitForFunction(() => document.querySelector("#standard .big")?.textContent === "Huixin Dongjie");
  await p.getByRole("button", { name: "Use it" }).click();
  await p.waitForSelector("#verdict.good");
  assert.equal(await p.inputValue("#en"), "Huixin Dongjie");
  await clean(p);
});

test("a cell is text and never markup", async () => {
  const p = await page();
  await p.fill("#zh", "<img src=x onerror=alert(1)>出口");
  await p.fill("#en", '<b onclick="x">Exlt</b><script>alert(1)</script>');
  await p.waitForSelector("#findings li");
  assert.equal(await p.locator("#sign script, #sign img, #sign b[onclick]").count(), 0);
  assert.match(await p.locator("#marked").textContent(), /<script>/);
  await clean(p);
});

test("both languages, switched on the page and kept", async () => {
  const p = await page();
  await p.fill("#zh", "平安大街");
  await p.fill("#en", "Pingan Avenue");
  await p.waitForSelector("#findings li");
  await p.getByRole("button", { name: "中文" }).click();
  assert.equal(await p.getAttribute("html", "lang"), "zh-CN");
  assert.match(await p.locator("#findings li").textContent(), /缺少隔音符号/);
  assert.equal(await p.locator("#sign-title").textContent(), "检查一条标识");
  await p.goto(own.server.url);
  await ready(p);
  assert.equal(await p.locator("#sign-title").textContent(), "检查一条标识");
  await p.getByRole("button", { name: "English" }).click();
  assert.equal(await p.locator("#sign-title").textContent(), "Check one sign");
  // No word of the page is without its translation.
  const untold = await p.evaluate(() => [...document.querySelectorAll("[data-word]")].filter((e) => !e.textContent || e.textContent === e.dataset.word).map((e) => e.dataset.word));
  assert.deepEqual(untold, []);
  await clean(p);
});

test("the keyboard alone is enough", async () => {
  const p = await page();
  await p.keyboard.press("Tab");
  assert.equal(await p.evaluate(() => document.activeElement.className), "skip");
  await p.keyboard.press("Enter");
  await ready(p);
  // From the top: skip link, two languages, four sections, then the Chinese text.
  await p.goto(`${own.server.url}?lang=en`);
  await ready(p);
  for (let i = 0; i < 8; i += 1) await p.keyboard.press("Tab");
  assert.equal(await p.evaluate(() => document.activeElement.id), "zh");
  await p.keyboard.type("出口");
  await p.keyboard.press("Tab");
  await p.keyboard.type("Exxit");
  await p.waitForSelector("#findings li button");
  for (let i = 0; i < 12 && !(await p.evaluate(() => document.activeElement.matches("#findings li button, #fix-all button"))); i += 1) await p.keyboard.press("Tab");
  await p.keyboard.press("Enter");
  await p.waitForSelector("#verdict.good");
  assert.equal(await p.inputValue("#en"), "Exit");
  await clean(p);
});

test("a token is taken from the address and removed there, or asked for", async () => {
  const guarded = await serve("--token", "s3cret");
  try {
    const p = await open(own.chrome.context, `${guarded.url}?lang=en`);
    await ready(p);
    await p.fill("#zh", "平安大街");
    await p.fill("#en", "Pingan Avenue");
    await p.waitForSelector("#token:not([hidden])");
    await p.fill("#token input", "s3cret");
    await p.click("#token button");
    await p.fill("#en", "Pingan Avenues");
    await p.waitForSelector("#findings li");
    await p.close();
    const known = await open(own.chrome.context, `${guarded.url}?lang=en#token=s3cret`);
    await ready(known);
    assert.equal(new URL(known.url()).hash, "");
    await known.fill("#zh", "平安大街");
    await known.fill("#en", "Pingan Avenue");
    await known.waitForSelector("#findings li");
    await clean(known);
  } finally {
    await guarded.stop();
  }
});

test("terms are found in either language and by initials", async () => {
  const p = await page("#terms");
  for (const [query, zh, en] of [["无障碍", "无障碍", "Accessible"], ["palace museum", "故宫", "Palace Museum"], ["wza", "无障碍", "Accessible"]]) {
    await p.fill("#term", query);
    await p.waitForFunction(([zh, en]) => {
      const all = [...document.querySelectorAll("#terms-found h3")].map((h) => h.textContent);
      return all.some((t) => t.includes(zh) && t.includes(en));
    }, [zh, en]);
  }
  assert.match(await p.locator("#terms-found").textContent(), /wú zhàng ài/);
  await p.fill("#term", "zzqqxx");
  await p.waitForFunction(() => document.querySelector("#terms-count").textContent === "No entry.");
  await clean(p);
});

test("the rules are browsed, filtered and reached from a finding", async () => {
  const p = await page("#rules");
  await p.waitForSelector("details.rule");
  const all = await p.locator("details.rule").count();
  assert.ok(all > 50, `${all} rules`);
  await p.fill("#rule", "apostrophe");
  assert.ok((await p.locator("details.rule").count()) < all);
  await p.goto(`${own.server.url}?lang=en#sign`);
  await p.fill("#zh", "平安大街");
  await p.fill("#en", "Pingan Avenue");
  await p.locator("#findings li a").first().click();
  await p.waitForSelector("details.rule[open]");
  assert.match(await p.locator("details.rule[open]").textContent(), /Xi'an/);
  await clean(p);
});

for (const [name, look] of [...LOOKS, ["small", { width: 320, height: 640 }]]) {
  test(`no serious fault of accessibility and no sideways scrolling: ${name}`, async () => {
    const p = await page("", look);
    await p.fill("#zh", "北京市朝阳区人民法院停车场");
    await p.fill("#en", "Beijing Chaoyang Distrct Peoples Court  Packing Lot。");
    await p.waitForSelector("#findings li");
    await p.locator("#inside summary").first().click();
    await looksRight(p, `sign-${name}`);
    await p.goto(`${own.server.url}#terms`);
    await p.fill("#term", "hospital");
    await p.waitForSelector("#terms-found article");
    await looksRight(p, `terms-${name}`);
    await p.goto(`${own.server.url}#rules/pinyin/missing-apostrophe`);
    await p.waitForSelector("details.rule[open]");
    await looksRight(p, `rules-${name}`);
    await clean(p);
  });
}
