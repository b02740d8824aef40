// Pictures of every section, light and dark, wide and narrow: `node look.js`, then look at target/screenshots.
import { browser, open, ready, serious, serve, shot, signlint, SHOTS, overflows } from "./common.js";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const server = await serve();
const { context, close } = await browser();
const looks = { light: {}, dark: { dark: true }, phone: { width: 390, height: 844 } };
for (const [name, look] of Object.entries(looks)) {
  const lang = name === "phone" ? "zh" : "en";
  const page = await open(context, `${server.url}?lang=${lang}`, look);
  await ready(page);
  await page.fill("#zh", "北京市朝阳区平安大街小心地滑");
  await page.fill("#en", "Pingan Avenue, Slip Carefuly");
  await page.waitForSelector("#findings li");
  await page.waitForTimeout(400);
  await shot(page, `sign-${name}`);
  console.log(name, "sign", await serious(page), await overflows(page));
  await page.goto(`${server.url}?lang=${lang}#file`);
  await ready(page);
  await page.setInputFiles("#choose", "../../samples/games-venue.csv");
  await page.waitForSelector("#file-download:not([disabled])");
  await page.waitForTimeout(300);
  await page.locator("#file-signs li[data-key] .findings button").first().click();
  await page.waitForTimeout(300);
  await shot(page, `file-${name}`);
  console.log(name, "file", await serious(page), await overflows(page));
  await page.goto(`${server.url}?lang=${lang}#terms`);
  await ready(page);
  await page.fill("#term", "wza");
  await page.waitForSelector("#terms-found article");
  await shot(page, `terms-${name}`);
  console.log(name, "terms", await serious(page), await overflows(page));
  await page.goto(`${server.url}?lang=${lang}#rules/pinyin/missing-apostrophe`);
  await ready(page);
  await page.waitForSelector("details.rule");
  await shot(page, `rules-${name}`);
  console.log(name, "rules", await serious(page), await overflows(page));
  const report = join(SHOTS, `report-${lang}.html`);
  signlint("report", "samples", "-o", report, "--lang", lang);
  await page.goto(pathToFileURL(report).href);
  await shot(page, `report-${name}`);
  console.log(name, "report", await serious(page), await overflows(page));
  console.log(page.faults);
  await page.close();
}
await close();
await server.stop();
