// Keeps what is written in the action bar for a move (a note, a text for readers) in this browser until the move is sent,
// and writes it there again when the story is opened without it.
import { facts, savedMove, wordsBeside } from "./form.js";

const PREFIX = `newsroom.words.${facts.person}.${facts.autosave}.`;
const isChoice = ({ type }) => type === "radio" || type === "checkbox";

function keep(control) {
  if (isChoice(control) && !control.checked) return;
  try { localStorage.setItem(PREFIX + control.name, control.value); } catch { /* a private window keeps nothing */ }
}

function forget() {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch { /* nothing was kept */ }
}

function bringBack(control) {
  let kept = null;
  try { kept = localStorage.getItem(PREFIX + control.name); } catch { /* nothing was kept */ }
  if (!kept) return;
  if (!isChoice(control)) {
    if (!control.value) control.value = kept;
  } else if (control.value === kept && !control.checked) {
    control.checked = true;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

if (facts.autosave && facts.presence) {
  const controls = wordsBeside();
  if (savedMove) forget();
  controls.filter((control) => !isChoice(control)).forEach(bringBack);
  controls.filter(isChoice).forEach(bringBack);
  for (const control of controls) control.addEventListener(isChoice(control) ? "change" : "input", () => keep(control));
}
