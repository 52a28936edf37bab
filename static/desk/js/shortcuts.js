// Keys of every screen: n begins a story, / searches, g and a letter go elsewhere, ? shows all of them. Single keys count
// only where no field has the cursor, and only for those who have not switched them off; the overview is also a link.
const dialog = document.querySelector("#desk-keys");
const PLACES = { d: "", m: "articles/article/?mine=1", s: "articles/article/", w: "wire/wireitem/", f: "fronts/front/", c: "calendar/", p: "images/image/", t: "tags/tag/" };
const PATIENCE_MS = 1500;
const isOn = () => dialog?.dataset.keysOn === "on";
let afterG = 0;

const isWriting = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog, .cke");
const home = document.querySelector("#site-name a")?.getAttribute("href");
const go = (key) => { if (key in PLACES) location.assign(home + PLACES[key]); };
const search = () => {
  const field = document.querySelector('[data-key="/"], #searchbar');
  if (field) field.focus();
  else location.assign(`${home}${PLACES.s}#searchbar`);
};
const ACTS = {
  n: () => document.querySelector('[data-key="n"]')?.click(),
  "/": search,
  "?": () => dialog.showModal(),
  g: () => { afterG = Date.now(); },
};

addEventListener("keydown", (event) => {
  if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return;
  const isSecond = Date.now() - afterG < PATIENCE_MS && event.key !== "g";
  if (!isSecond && !(event.key in ACTS)) return;
  event.preventDefault();
  if (isSecond) {
    afterG = 0;
    go(event.key);
  } else ACTS[event.key]();
});

if (location.hash === "#searchbar") document.querySelector("#searchbar")?.focus();

document.querySelectorAll("[data-keys]").forEach((link) => {
  link.addEventListener("click", (event) => {
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
  });
});

// The choice is sent without leaving the screen, where somebody may be writing
dialog?.querySelector("[data-keys-choice]").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    if (answer.type !== "opaqueredirect" && !answer.ok) return;
    dialog.dataset.keysOn = isOn() ? "off" : "on";
    form.querySelector("[data-keys-state]").textContent = isOn() ? "on" : "off";
    button.value = isOn() ? "0" : "1";
    button.textContent = isOn() ? "Switch them off" : "Switch them on";
  } catch { /* nothing was changed, and the button still says so */ }
});
