// The menu of a row: one is open at a time, Escape and a click elsewhere close it; links are copied; the news list prints.
const menus = () => document.querySelectorAll(".row-menu[open], .desk-tab-menu[open]");

addEventListener("toggle", (event) => {
  if (!event.target.matches?.(".row-menu") || !event.target.open) return;
  menus().forEach((menu) => { if (menu !== event.target) menu.open = false; });
}, true);

addEventListener("click", (event) => {
  menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});

addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.(".row-menu, .desk-tab-menu");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

function offerCopying() {
  if (!navigator.clipboard) return;
  document.querySelectorAll("[data-copy][hidden]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy link"; }, 4000);
    });
  });
}

offerCopying();
document.querySelector("#desk-live")?.addEventListener("desk:shown", offerCopying);

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
