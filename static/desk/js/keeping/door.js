// Sends to one of the desk's JSON doors. The answer's kind says what to do: ok, signed_out, refused (with a message), or
// gone, when nobody answered and it is worth trying again.
import { setToken, token } from "./form.js";

const PATIENCE_MS = 10000;

async function ask(address, pairs, keepalive) {
  const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE_MS);
  const headers = { Accept: "application/json", "X-CSRFToken": token() };
  const body = new URLSearchParams(pairs);
  const response = await fetch(address, { method: "POST", body, headers, redirect: "error", keepalive, signal });
  return [response.status, await response.json()];
}

export async function send(address, pairs, { keepalive = false } = {}) {
  for (let isAgain = false; ; isAgain = true) {
    let status;
    let data;
    try {
      [status, data] = await ask(address, pairs, keepalive);
    } catch {
      return { kind: "gone", data: {} };
    }
    if (status < 300) return { kind: "ok", data };
    setToken(data.csrf);
    if (status === 401) return { kind: "signed_out", data };
    if (data.error !== "stale" || isAgain) return { kind: status >= 500 ? "gone" : "refused", data };
  }
}
