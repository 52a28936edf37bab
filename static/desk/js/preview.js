// Says which look is shown, and shows at once what is not saved yet; without this script the buttons do.
(() => {
  const form = document.querySelector(".preview-frame");
  if (!form) return;
  const looks = [...form.querySelectorAll("button")];
  const mark = (shown) => looks.forEach((look) => look.setAttribute("aria-pressed", String(look === shown)));
  form.addEventListener("submit", (event) => mark(event.submitter));
  mark(looks[0]);
  if ("unsaved" in form.dataset) form.requestSubmit(looks[0]);
})();
