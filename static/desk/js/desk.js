// Small comforts of the desk: Ctrl+S saves the story, checklist links put the cursor where the problem is, and fields in
// the admin's tables are named after their columns.
const form = document.querySelector("#article_form");

addEventListener("keydown", (event) => {
  if (!form || !(event.ctrlKey || event.metaKey) || event.key !== "s") return;
  const save = form.querySelector('button[name="_continue"]');
  if (!save) return;
  event.preventDefault();
  save.click();
});

document.querySelectorAll(".checklist a").forEach((link) => {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    const editor = window.CKEDITOR?.instances[field?.id];
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    if (editor) editor.focus();
    else field.focus();
    (editor?.container.$ ?? field).scrollIntoView({ block: "center" });
  });
});

// A menu under More closes on Escape and on a click elsewhere
document.querySelectorAll(".story-more").forEach((menu) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
});

document.querySelectorAll(".tabular table").forEach((table) => {
  const names = [...table.querySelectorAll("thead th:not(.original)")].map((heading) => heading.textContent.trim().replace("?", ""));
  table.querySelectorAll("tbody tr").forEach((row) => {
    const cells = [...row.querySelectorAll("td:not(.original)")];
    cells.forEach((cell, place) => {
      cell.querySelectorAll("input:not([type=hidden]), select, textarea").forEach((field) => {
        if (!field.labels?.length) field.ariaLabel = names[place];
      });
    });
  });
});
