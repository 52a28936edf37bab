// Asks every 20 seconds whether the desk has changed. Nothing ever moves under a pointer or a focus: what would move a
// row waits behind a button; what changes within rows is put in place at once only while nobody is in the list.
const live = document.querySelector("#desk-live");
const EVERY = 20_000;
let waiting = null;
let timer = 0;

const list = () => live.querySelector("#desk-list");
const isBusy = () => live.matches(":hover") || live.contains(document.activeElement);
const columns = (root) => [...root.querySelectorAll("[data-column]")];
const stories = (column) => [...column.querySelectorAll("[data-story]")];
const names = (root) => [...root.querySelectorAll("[data-alarm]")].map((each) => each.dataset.alarm);

function compare(fresh) {
  const found = { moved: 0, changed: [], alarms: names(fresh).filter((name) => !names(live).includes(name)).length, other: false };
  columns(fresh).forEach((column) => {
    const now = live.querySelector(`[data-column="${column.dataset.column}"]`);
    const before = now ? stories(now) : [];
    const after = stories(column);
    const places = before.map((row) => row.dataset.story);
    after.forEach((row, place) => {
      const old = before.find((each) => each.dataset.story === row.dataset.story);
      if (!old || places[place] !== row.dataset.story) found.moved += 1;
      else if (old.dataset.stamp !== row.dataset.stamp) found.changed.push([old, row]);
    });
    found.moved += Math.max(0, before.length - after.length);
  });
  found.other = names(fresh).join() !== names(live).join();
  return found;
}

function put(node) {
  const focus = document.activeElement?.closest?.("[data-story]")?.id;
  const open = [...live.querySelectorAll("details[open]")].map((each) => each.closest("[data-story]")?.id);
  const ticked = [...live.querySelectorAll("input:checked")].map((each) => each.value);
  live.replaceChildren(...node.childNodes);
  ticked.forEach((value) => live.querySelectorAll(`input[value="${value}"]`).forEach((each) => { each.checked = true; }));
  open.filter(Boolean).forEach((id) => document.getElementById(id)?.querySelector("details")?.setAttribute("open", ""));
  if (focus) document.getElementById(focus)?.querySelector("[data-row]")?.focus();
  waiting = null;
  live.dispatchEvent(new CustomEvent("desk:shown"));
}

function tell(found) {
  const count = found.moved + found.changed.length;
  const words = [
    found.alarms ? `${found.alarms} new ${found.alarms === 1 ? "alarm" : "alarms"}` : "",
    count || !found.alarms ? `${count || 1} ${count > 1 ? "changes" : "change"}` : "",
  ].filter(Boolean).join(", ");
  const news = live.querySelector(".desk-news");
  const button = document.createElement("button");
  button.type = "button";
  button.className = found.alarms ? "desk-button desk-button-primary" : "desk-button";
  button.textContent = `${words} – show`;
  button.addEventListener("click", () => { if (waiting) put(waiting); live.querySelector(".desk-pulse")?.scrollIntoView({ block: "nearest" }); });
  if (news.textContent !== button.textContent) news.replaceChildren(button);
}

function freshen(fresh) {
  fresh.querySelectorAll("[data-fresh]").forEach((node) => {
    const old = live.querySelector(`[data-fresh="${node.dataset.fresh}"]`);
    if (!old) return;
    old.textContent = node.textContent;
    old.className = node.className;
  });
  if (isBusy()) return;
  fresh.querySelectorAll("[data-story]").forEach((row) => {
    const time = document.getElementById(row.id)?.querySelector("[data-ago], td[data-ago]");
    const now = row.querySelector("[data-ago], td[data-ago]");
    if (time && now) time.replaceChildren(...now.cloneNode(true).childNodes);
  });
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const response = await fetch(location.pathname + location.search, { headers: { Accept: "text/x-part" }, credentials: "same-origin" });
    if (response.redirected) throw new Error("You are signed out. Load the page again to sign in.");
    if (!response.ok) throw new Error("The desk did not answer.");
    take(new DOMParser().parseFromString(await response.text(), "text/html").body);
  } catch (error) {
    const clock = live.querySelector('[data-fresh="clock"]');
    if (clock) clock.textContent = error instanceof TypeError ? "No connection: this may be old" : error.message;
  }
  timer = setTimeout(look, EVERY);
}

function take(fresh) {
  const found = compare(fresh);
  if (found.moved || found.alarms || found.other) {
    waiting = fresh;
    freshen(fresh);
    tell(found);
  } else if (found.changed.length && isBusy()) {
    waiting = fresh;
    tell(found);
  } else {
    freshen(fresh);
    found.changed.forEach(([old, row]) => old.replaceWith(document.importNode(row, true)));
    if (!waiting) live.querySelector(".desk-news")?.replaceChildren();
    if (found.changed.length) live.dispatchEvent(new CustomEvent("desk:shown"));
  }
}

if (live && list()) {
  timer = setTimeout(look, EVERY);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); else clearTimeout(timer); });
  live.addEventListener("desk:look", look); // tests need not wait
}
