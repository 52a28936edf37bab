// Says beside each field who changed it since this person last looked, and marks that as seen without leaving the story:
// whatever is typed there stays.
const form = document.querySelector(".looked-seen");
const marks = [];

document.querySelectorAll(".looked dt a").forEach((link) => {
  const name = link.hash.replace("#id_", "");
  const row = document.querySelector(`#article_form .form-row.field-${name}`);
  if (!row || row.querySelector(".looked-mark")) return;
  const mark = document.createElement("p");
  mark.className = "looked-mark";
  mark.textContent = `Changed by ${link.closest("dl").previousElementSibling.textContent.trim()}`;
  row.prepend(mark);
  marks.push(mark);
});

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const status = form.querySelector("[role=status]");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(String(answer.status));
    form.querySelector("button").hidden = true;
    status.textContent = "Seen.";
    marks.forEach((mark) => mark.remove());
    form.closest("details").querySelector("summary").focus();
    form.closest("details").open = false;
  } catch {
    status.textContent = "Not noted: the newsroom does not answer. Try again.";
  }
});
