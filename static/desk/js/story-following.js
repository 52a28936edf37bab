// Checklist, numbers and previews follow the text while it is written: the server judges what nobody has saved yet.
// Only a change in what blocks is read out.
const form = document.querySelector("#article_form");
const checklist = document.querySelector("#side-checklist");
const address = form?.dataset.following;
const QUIET_MS = 2000;
let timer = 0;
let asking = null;

const said = document.createElement("p");
said.className = "visually-hidden";
said.role = "status";

const counts = () => {
  const sum = checklist.querySelector("[data-blocking]");
  return { blocking: Number(sum.dataset.blocking), reasons: Number(sum.dataset.reasons), words: sum.textContent };
};

function place(fresh) {
  const before = counts();
  fresh.querySelectorAll("[data-follows]").forEach((part) => {
    const box = document.querySelector(`#side-${part.dataset.follows} .side-contents`);
    if (!box || box.contains(document.activeElement)) return;
    box.replaceChildren(...[...part.childNodes].map((node) => document.adoptNode(node)));
  });
  const now = counts();
  if (now.blocking !== before.blocking) said.textContent = now.words;
  const reason = document.querySelector("[data-reason]");
  if (reason && !reason.contains(document.activeElement)) reason.hidden = !now.reasons;
}

// The beginning of a correction follows the text until somebody writes in it
const note = document.querySelector("#go_public");
const withText = [...document.querySelectorAll("input[name=weight][data-asks]")];
const isCorrection = () => withText.some(({ checked, value }) => checked && value === "correct");
let drafted = note?.dataset.drafted ?? "";
function draft(words = drafted) {
  if (!note || (note.value !== drafted && note.value)) return;
  drafted = words;
  note.value = isCorrection() ? drafted : "";
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const data = new FormData(form);
  const shown = [...document.querySelectorAll(".side-part:not([data-lazy])")].map(({ dataset }) => dataset.part);
  data.append("_parts", shown.join(","));
  try {
    const answer = await fetch(address, { method: "POST", body: data, signal: asking.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    place(fresh);
    draft(fresh.querySelector("[data-drafted]")?.textContent);
  } catch { /* the next change asks again */ }
}

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(ask, QUIET_MS);
};

if (address && checklist) {
  document.body.append(said);
  draft();
  withText.forEach((each) => each.addEventListener("change", () => { draft(); ask(); }));
  ["input", "change", "newsroom:changed", "newsroom:noted"].forEach((name) => form.addEventListener(name, soon));
}
