// Links to a field of the story open the group it lies in and put the cursor there: in the checklist and at the top of a
// form with errors.
const goTo = (id) => {
  const field = document.getElementById(id);
  if (!field) return false;
  const editor = window.CKEDITOR?.instances[id];
  for (let group = field.closest("details"); group; group = group.parentElement.closest("details")) group.open = true;
  if (editor) editor.focus();
  else field.focus();
  (editor?.container.$ ?? field).scrollIntoView({ block: "center" });
  return true;
};

addEventListener("click", (event) => {
  const link = event.target.closest?.(".checklist a[href^='#id_'], a[data-to-field]");
  if (link && goTo(link.hash.slice(1))) event.preventDefault();
});
