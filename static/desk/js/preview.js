// Shows at once what is not saved yet; without this script the buttons do.
(() => {
  const form = document.querySelector(".preview-frame[data-unsaved]");
  form?.requestSubmit(form.querySelector("button"));
})();
