// In the calendar, left and right go earlier and later while no field, link menu or editor has the focus.
const place = document.querySelector("[data-keys-on]");

addEventListener("keydown", (event) => {
  if (place?.dataset.keysOn === "off" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target.closest?.("input, textarea, select, dialog, [tabindex='0'][role=region]")) return;
  const way = { ArrowLeft: "earlier", ArrowRight: "later" }[event.key];
  const link = way && document.querySelector(`[data-calendar="${way}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
