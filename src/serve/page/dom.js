// Builds elements. Text from signs goes in as text nodes only, so that no cell becomes markup.

/** An element with attributes and children (strings become text; null is left out). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined));
  return element;
}

/** The element with this id. */
export const by = (id) => document.getElementById(id);

/** Calls `run` once typing has paused. */
export function pausing(run, milliseconds) {
  let timer = 0;
  return (...all) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...all), milliseconds);
  };
}
