// The line in the action bar that says whether the text is kept. What it says is spoken when it becomes true or untrue,
// not each time the clock moves on.
import { clock } from "./form.js";

const line = document.querySelector("#keeping");
const words = line?.querySelector("[data-words]");
const newer = line?.querySelector("[data-newer]");
const button = line?.querySelector("[data-sign-in]");
const spoken = document.querySelector("#keeping-spoken");
let keptAt = new Date();
let kind = "";

function say(next, text) {
  line.className = `keeping keeping-${next}`;
  words.textContent = text;
  button.hidden = next !== "signed-out";
  if (next !== kind) spoken.textContent = text;
  kind = next;
}

export function saved(at) {
  keptAt = new Date();
  say("saved", `Saved ${at}`);
}

// `isLocal` says that this browser has a copy
export function retrying(isLocal) {
  say("not", `Not saved since ${clock(keptAt)}, retrying${isLocal ? "; kept in this browser" : ""}`);
}

export function signedOut() {
  say("signed-out", `Not saved since ${clock(keptAt)}: you are signed out`);
}

export function refused(message) {
  say("refused", `Not saved: ${message}`);
}

// Somebody saved the story after this form was opened
export function overtaken(by) {
  const text = by ? `${by.by} saved revision ${by.revision} at ${by.at}; your save is merged with it` : "";
  if (newer && newer.textContent !== text) newer.textContent = text;
}
