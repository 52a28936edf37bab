// Mends what the editor's own dialogs leave out for those who do not see them or do not use a mouse: the grid of special
// characters is a list in its roles, and the help can be scrolled from the keyboard.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const mend = (dialog) => {
    dialog.querySelectorAll("table[role=listbox] :is(tbody, tr, td)").forEach((each) => each.setAttribute("role", "presentation"));
    dialog.querySelectorAll(".cke_accessibility_legend").forEach((each) => { each.tabIndex = 0; });
  };
  CKEDITOR.on("dialogDefinition", ({ editor }) => {
    if (editor.newsroomDialogs) return;
    editor.newsroomDialogs = true;
    editor.on("dialogShow", ({ data }) => mend(data.getElement().$));
  });
})();
