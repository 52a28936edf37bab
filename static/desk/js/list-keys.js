// Keys in lists: j and k move, Enter opens, x selects, / filters, n begins a story, g and a letter go elsewhere, ? tells.
// Single keys count only where no field has the focus, and only for those who have not switched them off.
const place = document.querySelector("[data-single-keys]");
const KEYS = [
  ["j, k", "next and previous story"], ["Enter", "open it"], ["x", "select it"], ["/", "words to filter by"],
  ["n", "new story"], ["g d, g w, g f, g c, g s", "go to desk, wire, fronts, calendar, stories"], ["Escape", "close a menu"], ["?", "this list"],
];
const PLACES = { d: "", w: "wire/wireitem/", f: "fronts/front/", c: "calendar/", s: "articles/article/", t: "tags/tag/" };
const ROWS = "[data-row], #result_list tbody th a";
let afterG = 0;

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

function tell() {
  let dialog = document.querySelector(".keys-list");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "keys-list";
    dialog.setAttribute("aria-label", "Keys");
    const list = document.createElement("dl");
    KEYS.forEach(([key, words]) => {
      const name = document.createElement("dt");
      name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(name, Object.assign(document.createElement("dd"), { textContent: words }));
    });
    const close = Object.assign(document.createElement("button"), { className: "desk-button", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    dialog.append(list, close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

function go(key) {
  if (!(key in PLACES)) return;
  const home = document.querySelector("#site-name a").getAttribute("href");
  location.assign(home + PLACES[key]);
}

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  x: select,
  "/": () => document.querySelector('[data-key="/"], #searchbar')?.focus(),
  n: () => document.querySelector('[data-key="n"]')?.click(),
  "?": tell,
  g: () => { afterG = Date.now(); },
};

if (place?.dataset.singleKeys === "on") {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return;
    if (Date.now() - afterG < 1500 && event.key !== "g") {
      afterG = 0;
      go(event.key);
    } else if (event.key in ACTS) {
      event.preventDefault();
      ACTS[event.key]();
    }
  });
}
