// The side panel keeps which parts are open, for this person on this machine, and a jump link opens its part.
const parts = [...document.querySelectorAll(".side-part")];
const PREFIX = "desk.side.";
const remembered = (name) => {
  try { return localStorage.getItem(PREFIX + name); } catch { return null; }
};
const remember = (name, isOpen) => {
  try { localStorage.setItem(PREFIX + name, isOpen ? "open" : "closed"); } catch { /* a private window keeps nothing */ }
};

parts.forEach((part) => {
  const before = remembered(part.dataset.part);
  if (before) part.open = before === "open";
  part.querySelector("summary").addEventListener("click", () => remember(part.dataset.part, !part.open));
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
