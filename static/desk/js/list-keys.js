// Keys in lists: j and k move, Enter opens, x selects; the keys of every screen are in shortcuts.js. Single keys count
// only where no field has the focus, and only for those who have not switched them off.
const keys = document.querySelector("#desk-keys");
const ROWS = "[data-row], #result_list tbody th a, #result_list .wire-headline";

function isWriting(target) {
  return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog, .cke");
}

function move(step) {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.offsetParent !== null);
  const at = rows.findIndex((row) => row.closest("tr, li") === document.activeElement?.closest?.("tr, li"));
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function select() {
  const box = document.activeElement?.closest?.("tr, li")?.querySelector("input[type=checkbox]");
  box?.click();
}

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  x: select,
};

addEventListener("keydown", (event) => {
  if (keys?.dataset.keysOn !== "on" || isWriting(event.target) || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in ACTS)) return;
  event.preventDefault();
  ACTS[event.key]();
});
