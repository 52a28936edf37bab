// Keys of the story screen, in its fields and outside; the body editor passes them on. Ctrl+S saves, Ctrl+Enter presses
// the primary button, Ctrl+Shift+P opens the preview. No other key of the browser or the system is taken.
const press = (selector) => {
  const button = document.querySelector(selector);
  if (!button || button.hidden) return false;
  button.click();
  return true;
};
const KEYS = {
  s: () => press('button[name="_continue"][form="article_form"]'),
  Enter: () => press(".story-primary"),
  "Shift+p": () => press("[data-preview]"),
};

addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (KEYS[`${event.shiftKey ? "Shift+" : ""}${key}`]?.()) event.preventDefault();
});
