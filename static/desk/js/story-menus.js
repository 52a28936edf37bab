// The menus of the action bar: opening one puts the cursor where its words go; Escape and a click elsewhere close it.
const menus = [...document.querySelectorAll(".story-more, .story-ask")];

menus.forEach((menu) => {
  menu.addEventListener("toggle", () => { if (menu.open) menu.querySelector("textarea, input")?.focus(); });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
addEventListener("click", (event) => {
  menus.forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
