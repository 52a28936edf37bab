// Notes beside the story without leaving it: write, answer and settle in the side panel. Without this script the link
// leads to the page of notes.
(() => {
  const form = document.querySelector("#article_form");
  let section = document.querySelector("section.notes");
  if (!form || !section) return;
  const TEXT_FIELDS = ["headline", "standfirst", "summary", "picture_caption"];

  function element(name, text = "", values = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    Object.assign(made, values);
    return made;
  }

  const button = (label, act) => {
    const made = element("button", label, { type: "button", className: "desk-button desk-button-small" });
    made.addEventListener("click", act);
    return made;
  };

  // The words that are marked in a field or in the body's frame when the composer opens
  function marked() {
    for (const name of TEXT_FIELDS) {
      const control = form.elements.namedItem(name);
      const words = control?.value.slice(control.selectionStart, control.selectionEnd).trim();
      if (words) return { field: name, quote: words };
    }
    const frame = form.querySelector("iframe.cke_wysiwyg_frame");
    const words = frame?.contentWindow.getSelection()?.toString().trim();
    return words ? { field: "body", quote: words } : { field: "", quote: "" };
  }

  async function send(values, keep) {
    const data = new FormData();
    Object.entries(values).forEach(([name, value]) => data.append(name, value));
    const headers = { "X-CSRFToken": form.elements.namedItem("csrfmiddlewaretoken").value, Accept: "text/x-part" };
    try {
      const answer = await fetch(section.dataset.address, { method: "POST", body: data, headers });
      if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("section.notes");
      section.replaceWith(document.adoptNode(fresh));
      section = fresh;
      enliven();
      section.querySelector(".side-sum").focus();
      form.dispatchEvent(new CustomEvent("newsroom:noted", { bubbles: true }));
    } catch {
      keep(element("p", "The note was not kept: the newsroom does not answer. Your words are still here; try again.", { className: "desk-alarm", role: "alert" }));
    }
  }

  function composer(label, extra, withMust) {
    const box = element("div", "", { className: "notes-composer" });
    const area = element("textarea", "", { rows: 3, maxLength: 4000, ariaLabel: label });
    const must = element("input", "", { type: "checkbox" });
    const mustLabel = element("label", " Must be settled before publishing");
    mustLabel.prepend(must);
    const acts = element("div", "", { className: "note-acts" });
    if (extra.quote) box.append(element("blockquote", extra.quote, { className: "note-quote" }));
    box.append(area);
    if (withMust) box.append(mustLabel);
    const keep = (message) => { box.querySelector("[role=alert]")?.remove(); box.append(message); };
    acts.append(
      button(label, () => send({ act: "add", text: area.value, ...extra, ...(must.checked ? { is_must: 1 } : {}) }, keep)),
      button("Cancel", () => { box.previousElementSibling?.focus?.(); box.remove(); }),
    );
    box.append(acts);
    return [box, area];
  }

  function open(after, label, extra, withMust) {
    section.querySelector(".notes-composer")?.remove();
    const [box, area] = composer(label, extra, withMust);
    after.after(box);
    area.focus();
  }

  function enliven() {
    const link = section.querySelector("p > a");
    const write = button("Write a note", () => open(write, "Write it", marked(), true));
    write.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the marked words marked
    link.textContent = "All notes";
    link.before(write, " ");
    section.querySelectorAll("[data-note]").forEach((note) => {
      const acts = element("div", "", { className: "note-acts" });
      const answer = button("Answer", () => open(acts, "Answer", { parent: note.dataset.note }, false));
      const settle = button("Settle", () => send({ act: "resolve", note: note.dataset.note }, (words) => acts.after(words)));
      acts.append(answer, settle);
      note.append(acts);
    });
  }
  enliven();
})();
