// Links to a field of the story open the group it lies in and put the cursor there: in the checklist and at the top of a
// form with errors.
const goTo = (id) => {
  const field = document.getElementById(id);
  if (!field) return false;
  for (let group = field.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
  // The body editor stands in for its text area (docs/decisions/0004-editor.md)
  const isTaken = !field.dispatchEvent(new CustomEvent("newsroom:focus", { cancelable: true }));
  if (isTaken) return true;
  field.focus();
  field.scrollIntoView({ block: "center" });
  return true;
};

addEventListener("click", (event) => {
  const link = event.target.closest?.(".checklist a[href^='#id_'], a[data-to-field]");
  if (link && goTo(link.hash.slice(1))) event.preventDefault();
});
