// A menu of the action bar closes on Escape and on a click elsewhere.
document.querySelectorAll(".story-more").forEach((menu) => {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
});
