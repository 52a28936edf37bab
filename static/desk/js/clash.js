// On the screen where two saves clash: one's own wording of a passage is written as text, not as HTML, and Ctrl+S saves.
// The textarea stays what is sent; the server cleans it.
document.querySelectorAll(".clash-hand textarea[data-html]").forEach((area) => {
  const parsed = new DOMParser().parseFromString(area.value, "text/html");
  const page = document.createElement("div");
  page.contentEditable = "true";
  page.role = "textbox";
  page.ariaMultiLine = "true";
  const label = document.querySelector(`label[for="${area.id}"]`);
  label.id = `label-${area.id}`;
  label.querySelector(".desk-meta").remove();
  label.addEventListener("click", () => page.focus());
  page.setAttribute("aria-labelledby", label.id);
  page.lang = area.lang;
  page.dir = "auto";
  page.append(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  area.before(page);
  area.hidden = true;

  const writer = new XMLSerializer();
  const write = () => {
    area.value = [...page.childNodes].map((node) => writer.serializeToString(node)).join("");
  };
  page.addEventListener("input", write);
});

// One choice for everything that was asked
const all = document.querySelector(".clash-all");
all.hidden = false;
all.querySelectorAll("button").forEach((button) => {
  button.addEventListener("click", () => {
    document.querySelectorAll(`.clash-choices [value="${button.value}"]`).forEach((choice) => { choice.checked = true; });
  });
});

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
  event.preventDefault();
  document.querySelector(".clash-buttons button").click();
});
