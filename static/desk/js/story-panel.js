// The side panel keeps which parts are open, for this person on this machine, fetches a lazy part when it is opened for
// the first time, and opens the part that a jump link leads to.
const parts = [...document.querySelectorAll(".side-part")];
const PREFIX = "desk.side.";
const remembered = (name) => {
  try { return localStorage.getItem(PREFIX + name); } catch { return null; }
};
const remember = (name, isOpen) => {
  try { localStorage.setItem(PREFIX + name, isOpen ? "open" : "closed"); } catch { /* a private window keeps nothing */ }
};

async function fetchPart(part) {
  if (!part.open || !part.dataset.lazy) return;
  const address = part.dataset.lazy;
  delete part.dataset.lazy;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/x-part" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const nodes = [...fresh.body.childNodes].map((node) => document.adoptNode(node));
    part.querySelector(".side-contents").replaceChildren(...nodes);
    part.dispatchEvent(new CustomEvent("newsroom:part", { bubbles: true, detail: part.dataset.part }));
  } catch { part.dataset.lazy = address; /* the link to its page is still there, and opening it again tries again */ }
}

parts.forEach((part) => {
  const before = remembered(part.dataset.part);
  if (before) part.open = before === "open";
  part.querySelector("summary").addEventListener("click", () => remember(part.dataset.part, !part.open));
  part.addEventListener("toggle", () => fetchPart(part));
  fetchPart(part);
});

const reveal = () => {
  const part = parts.find(({ id }) => `#${id}` === location.hash);
  if (!part) return;
  part.open = true;
  part.scrollIntoView();
};
addEventListener("hashchange", reveal);
document.querySelectorAll(".story-jump a").forEach((link) => {
  link.addEventListener("click", () => { if (link.hash === location.hash) reveal(); });
});

// The panel sticks below the action bar, whose height changes with what it offers
const bar = document.querySelector(".story-bar");
if (bar) {
  new ResizeObserver(() => {
    document.body.style.setProperty("--bar-height", `${bar.offsetHeight + 16}px`);
  }).observe(bar);
}
