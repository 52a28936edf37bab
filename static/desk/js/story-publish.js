// The primary button of the action bar. Where readers have the text as it is, the result stands in its place until
// something is typed; on a live story it is called after what kind of change goes out. Undo counts its seconds down.
const form = document.querySelector("#article_form");
const primary = document.querySelector(".story-primary");
const waiting = [...document.querySelectorAll("[data-when-changed]")];
const result = document.querySelector(".story-result");

const show = () => {
  waiting.splice(0).forEach((each) => { each.hidden = false; });
  result?.querySelector(".story-view")?.remove();
};
["input", "change", "newsroom:changed"].forEach((name) => form?.addEventListener(name, show, { once: true }));

const weights = [...document.querySelectorAll("input[name=weight]")];
const text = document.querySelector("#go_public");
const rename = () => {
  const chosen = weights.find(({ checked }) => checked);
  if (primary && chosen) primary.textContent = chosen.dataset.button;
};
weights.forEach((weight) => {
  weight.addEventListener("change", () => {
    rename();
    if ("asks" in weight.dataset) text.focus();
  });
});
rename();

const undo = document.querySelector("form[data-seconds]");
if (undo) {
  const button = undo.querySelector("button");
  const end = Date.now() + Number(undo.dataset.seconds) * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) undo.remove();
    else {
      button.textContent = `Undo (${left} s)`;
      setTimeout(tick, 500);
    }
  };
  tick();
}

document.querySelector("#refusal")?.focus();
