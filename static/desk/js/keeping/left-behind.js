// Sends what a closed tab left in this browser, for the person who wrote it; where that brings something new to offer, the
// page is loaded again so that the server shows it. Runs on the story screen and on the desk.
import { send } from "./door.js";
import { facts, firstState, form, savedTab, state } from "./form.js";
import * as local from "./local.js";

const place = document.querySelector("[data-person]");
const person = facts.person ?? place?.dataset.person;
const own = facts.tab ?? "";

function offer(row) {
  const seen = `newsroom.offered.${row}`;
  if (document.querySelector(`[data-offer="${row}"]`) || sessionStorage.getItem(seen)) return;
  sessionStorage.setItem(seen, "1");
  if (form && state() !== firstState()) {
    document.querySelector("#keeping-left-behind").hidden = false;
    return;
  }
  location.reload();
}

async function bring() {
  if (savedTab) await local.remove(savedTab);
  for (const copy of await local.all()) {
    if (copy.person !== person || copy.tab === own) continue;
    const { kind, data } = await send(copy.address, [...copy.pairs, ["serial", copy.serial]]);
    if (kind === "ok") {
      await local.remove(copy.tab, copy.serial);
      if (data.row && (!form || copy.address === facts.autosave)) offer(data.row);
    }
  }
}

if (person) bring();
