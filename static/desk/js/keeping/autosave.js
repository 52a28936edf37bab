// Keeps what is typed: on the server after three seconds of quiet and every twenty while typing goes on, and meanwhile
// every second in this browser. It never saves the story. What could not be sent is sent again, later and later.
import { send } from "./door.js";
import { facts, firstState, form, pairs, state } from "./form.js";
import * as line from "./line.js";
import * as local from "./local.js";

const QUIET_MS = 3000;
const LONGEST_MS = 20000;
const LOCAL_MS = 1000;
const LOOK_MS = 5000; // for what scripts set without an event
const STAYED_MS = 10000;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000, 60000];
const KEEPALIVE_CHARACTERS = 60000; // browsers refuse more from a page that closes

let kept = facts.unsaved ? null : firstState(); // the state that is safe, null for none
let serial = 0;
let since = 0; // when the oldest text that is not kept was typed
let timer = 0;
let localTimer = 0;
let hasLocal = true;
let tries = 0;
let isSending = false;
let isLeaving = false;
let isStopped = false; // nobody is signed in
let refused = null; // the state that the server said no to

const copy = (number) => (
  { tab: facts.tab, person: facts.person, address: facts.autosave, serial: number, pairs: pairs() }
);
const message = (number) => [...pairs(), ["serial", number]];

function wait(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(flush, Math.max(milliseconds, 0));
}

function changed() {
  const text = state();
  if (isLeaving || text === kept || text === refused) return;
  since ||= Date.now();
  localTimer ||= setTimeout(async () => {
    localTimer = 0;
    if (state() !== kept) hasLocal = await local.put(copy(serial + 1));
  }, LOCAL_MS);
  if (!isSending && !tries && !isStopped) wait(Math.min(QUIET_MS, since + LONGEST_MS - Date.now()));
}

async function flush() {
  clearTimeout(timer);
  const text = state();
  if (isSending || text === kept) return;
  isSending = true;
  serial += 1;
  const own = serial;
  const answer = await send(facts.autosave, message(own));
  isSending = false;
  if (answer.kind === "ok") keep(text, own, answer.data);
  else fail(text, answer);
}

function keep(text, own, data) {
  tries = 0;
  if (data.serial > own) { // the server has a later state of this tab: what stands here now is newer still
    serial = data.serial;
    wait(0);
    return;
  }
  kept = text;
  since = 0;
  local.remove(facts.tab, own);
  line.saved(data.saved_at);
  line.overtaken(data.newer);
  changed();
}

function fail(text, { kind, data }) {
  if (kind === "gone") {
    line.retrying(hasLocal);
    wait(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
    tries += 1;
    return;
  }
  if (kind === "signed_out") {
    form.dispatchEvent(new CustomEvent("newsroom:signed-out"));
    return;
  }
  refused = text;
  line.refused(data.message ?? "the server refused it. Copy your text before you leave.");
}

// The form goes to the server itself; a page that is still here after a while stays
function submit(event) {
  isLeaving = true;
  leave();
  const stay = () => { isLeaving = false; changed(); };
  setTimeout(() => { if (event.defaultPrevented) stay(); });
  setTimeout(stay, STAYED_MS);
}

function leave() {
  if (state() === kept) return;
  serial += 1;
  local.putNow(copy(serial));
  if (isLeaving) return; // the form itself is on its way
  const text = message(serial);
  const keepalive = String(new URLSearchParams(text)).length < KEEPALIVE_CHARACTERS;
  send(facts.autosave, text, { keepalive });
}

if (form && facts.autosave) {
  for (const name of ["input", "change", "newsroom:changed"]) form.addEventListener(name, changed);
  form.addEventListener("newsroom:signed-out", () => { isStopped = true; line.signedOut(); });
  form.addEventListener("newsroom:signed-in", () => { isStopped = false; tries = 0; flush(); });
  form.addEventListener("submit", submit);
  addEventListener("online", () => { if (tries) wait(0); });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    isLeaving = false;
    if (event.persisted) { kept = null; wait(0); }
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden && !isStopped) flush(); });
  addEventListener("beforeunload", (event) => {
    if (!hasLocal && !isLeaving && state() !== kept) event.preventDefault();
  });
  setInterval(changed, LOOK_MS);
  changed();
}
