// Steps through the changes of a comparison: buttons, and the keys n and p while no field has the focus. Marks that follow
// one another at once are one change.
const steps = document.querySelector(".compare-steps");
const marks = [...document.querySelectorAll(".compare-text :is(ins, del)")];

const follows = (mark) => {
  const before = mark.previousSibling;
  const gap = before?.nodeType === Node.TEXT_NODE && !before.data.trim() ? before.previousSibling : before;
  return gap?.nodeType === Node.ELEMENT_NODE && gap.matches("ins, del");
};
const changes = marks.filter((mark) => !follows(mark));
let place = -1;

const step = (by) => {
  place = place < 0 && by < 0 ? changes.length - 1 : (place + by + changes.length) % changes.length;
  changes.forEach((mark, number) => mark.classList.toggle("is-current", number === place));
  const mark = changes[place];
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
  steps.querySelector("[role=status]").textContent = `Change ${place + 1} of ${changes.length}`;
};

if (steps && changes.length) {
  steps.hidden = false;
  steps.querySelectorAll("[data-step]").forEach((button) => {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  });
  addEventListener("keydown", (event) => {
    const isWriting = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { n: 1, p: -1 }[event.key];
    if (!way) return;
    event.preventDefault(); // here n is the next change, elsewhere a new story
    step(way);
  }, true);
}
