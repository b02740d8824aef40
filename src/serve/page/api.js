// Calls the HTTP API of this server. The token, where one is wanted, lives in this tab only.

const KEY = "signlint-token";

/** A refusal, worded in both languages. */
export class Refusal extends Error {
  constructor(status, detail) {
    super(detail.en);
    this.status = status;
    this.detail = detail;
  }
}

/** Takes the token from the address (`#token=…`, which browsers send to nobody) and removes it there. */
export function takeToken() {
  const found = /^#token=(.+)$/.exec(location.hash);
  if (!found) return;
  setToken(decodeURIComponent(found[1]));
  history.replaceState(null, "", location.pathname);
}

export const setToken = (token) => sessionStorage.setItem(KEY, token);

/** Sends a request; a refusal is thrown. */
export async function call(path, options = {}) {
  const token = sessionStorage.getItem(KEY);
  const headers = new Headers(options.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  let response;
  try {
    response = await fetch(path, { ...options, headers, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, { en: "the server does not answer; is it still running?", zh: "服务没有响应；是否仍在运行？" });
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => null);
  const detail = problem?.detail ?? { en: `the server answered ${response.status}`, zh: `服务返回 ${response.status}` };
  if (response.status === 401) document.dispatchEvent(new CustomEvent("token-wanted"));
  throw new Refusal(response.status, detail);
}

/** Sends JSON and reads JSON. */
export async function post(path, body, signal) {
  const headers = { "Content-Type": "application/json" };
  return (await call(path, { method: "POST", headers, body: JSON.stringify(body), signal })).json();
}

export const get = async (path, signal) => (await call(path, { signal })).json();

/** Reads a stream of JSON objects, one a line. */
export async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) if (part) yield JSON.parse(part);
  }
}
