// A report of a problem says how large the window is; without this script it says nothing of it.
const field = document.querySelector("[data-window-size]");
if (field) {
  const measure = () => { field.value = `${innerWidth} × ${innerHeight}`; };
  addEventListener("resize", measure);
  measure();
}
