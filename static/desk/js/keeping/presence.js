// Tells every ten seconds, while the tab is seen, that the story is open here and in which field, and shows who else has
// it open.
import { send } from "./door.js";
import { facts, form } from "./form.js";
import * as line from "./line.js";

const PING_MS = 10000;
const bar = document.querySelector("#keeping-people");
const taken = document.querySelector("#keeping-taken");
let typedAt = 0;
let field = "";
let isSignedOut = false;

// The text area's place is taken by the editor's frame, which has no name
function focused() {
  const active = document.activeElement;
  if (active?.form === form && active.name) return active.name;
  return active?.closest(".field-body") ? "body" : "";
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function show(people) {
  const words = people.map(({ name, doing }) => `${name}, ${doing}`);
  if (bar.dataset.shown === JSON.stringify(words)) return;
  bar.dataset.shown = JSON.stringify(words);
  bar.replaceChildren(...people.map(({ initials, name, doing }) => {
    const row = element("li", "", doing.startsWith("typing") ? "is-typing" : "");
    const sign = element("span", initials, "keeping-initials");
    sign.ariaHidden = "true";
    row.title = `${name}, ${doing}`;
    row.append(sign, element("span", name, "visually-hidden"), element("span", doing, "keeping-doing"));
    return row;
  }));
}

async function ping() {
  if (document.hidden || isSignedOut) return;
  field = focused() || field;
  const typed = Date.now() - typedAt < PING_MS ? "1" : "";
  const base = form.elements.base_revision?.value ?? "";
  const { kind, data } = await send(facts.presence, [
    ["tab", facts.tab], ["field", field], ["typed", typed], ["base_revision", base],
  ]);
  if (kind === "signed_out") form.dispatchEvent(new CustomEvent("newsroom:signed-out"));
  if (kind !== "ok") return;
  show(data.people);
  line.overtaken(data.newer);
  if (taken.textContent !== data.taken_over) taken.textContent = data.taken_over;
  taken.hidden = !data.taken_over;
}

if (form && bar && facts.presence) {
  for (const name of ["input", "newsroom:changed"]) form.addEventListener(name, () => { typedAt = Date.now(); });
  form.addEventListener("newsroom:signed-out", () => { isSignedOut = true; });
  form.addEventListener("newsroom:signed-in", () => { isSignedOut = false; ping(); });
  document.addEventListener("visibilitychange", ping);
  addEventListener("pageshow", (event) => { if (event.persisted) ping(); });
  addEventListener("pagehide", () => {
    if (!isSignedOut) send(facts.presence, [["tab", facts.tab], ["left", "1"]], { keepalive: true });
  });
  setInterval(ping, PING_MS);
  ping();
}
