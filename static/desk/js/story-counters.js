// Counts the characters of headline and standfirst while they are written, beside what reads best.
document.querySelectorAll("[data-best]").forEach((field) => {
  const [least, most] = field.dataset.best.split(" ").map(Number);
  const help = document.querySelector(`#${field.id}_helptext`);
  if (!help) return;
  const words = help.firstElementChild ?? help;
  const count = () => {
    const { length } = field.value;
    words.textContent = `${length} characters; ${least} to ${most} read best.`;
    help.classList.toggle("is-outside", length > 0 && (length < least || length > most));
  };
  field.addEventListener("input", count);
  count();
});
