// Puts the page together: language, sections, token.

import { setToken, takeToken } from "./api.js";
import { by } from "./dom.js";
import * as file from "./file.js";
import * as rules from "./rules.js";
import * as sign from "./sign.js";
import * as terms from "./terms.js";
import { firstLanguage, setLanguage } from "./words.js";

const SECTIONS = ["sign", "file", "terms", "rules"];

function speak(to) {
  setLanguage(to);
  for (const part of [sign, file, terms, rules]) part.translate();
}

/** Shows the section that the address names. */
function route() {
  const [name, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  const section = SECTIONS.includes(name) ? name : "sign";
  for (const id of SECTIONS) by(id).hidden = id !== section;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${section}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (section === "rules") rules.open(rest.join("/"));
}

takeToken();
for (const part of [sign, file, terms, rules]) part.start();
for (const button of document.querySelectorAll("[data-lang]")) {
  button.addEventListener("click", () => speak(button.dataset.lang));
}
document.addEventListener("token-wanted", () => {
  by("token").hidden = false;
});
by("token").addEventListener("submit", (event) => {
  event.preventDefault();
  setToken(new FormData(event.target).get("token"));
  by("token").hidden = true;
  route();
});
addEventListener("hashchange", route);
speak(firstLanguage());
route();
document.documentElement.dataset.ready = "yes";
