// The dialog in which a picture of our library is found and described. It answers the body editor with a promise: what
// was chosen, or null. It knows nothing of the text and changes nothing by itself.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const PAUSE_MS = 250;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const field = (label, control, help = "") =>
    make("label", { className: "picture-field" }, make("span", { textContent: label }), control, ...(help ? [make("small", { textContent: help })] : []));
  const button = (textContent, onclick, className = "") => {
    const made = make("button", { type: "button", textContent, className });
    made.addEventListener("click", onclick);
    return made;
  };

  // Shows a modal dialog with parts(finish) in it; the promise is kept when it is closed, by Escape too
  const open = (title, parts) => new Promise((resolve) => {
    const heading = make("h2", { textContent: title, id: "picture-dialog-title" });
    const dialog = make("dialog", { className: "picture-dialog" }, heading);
    dialog.setAttribute("aria-labelledby", heading.id);
    let answer = null;
    const finish = (value) => { answer = value; dialog.close(); };
    dialog.append(...parts(finish, dialog, heading));
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => { dialog.remove(); resolve(answer); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // What a picture means in this text. `picture` tells what is known; a new one has a caption too
  const details = (picture, finish, again) => {
    const alt = make("textarea", { rows: 3, value: picture.alt, maxLength: 400 });
    const caption = make("textarea", { rows: 3, value: picture.caption ?? "" });
    const wide = make("input", { type: "checkbox", checked: Boolean(picture.wide) });
    const isNew = picture.caption !== undefined;
    const help = isNew ? "For those who cannot see it, in this story." : "For those who cannot see it. Empty: as in the library.";
    const done = () => finish({ ...picture, alt: alt.value.trim(), caption: caption.value.trim(), wide: wide.checked });
    const actions = [button(isNew ? "Insert picture" : "Use this", done, "button-primary"), ...(again ? [button("Choose another", again)] : []), button("Cancel", () => finish(null))];
    return [
      make("img", { className: "picture-preview", src: picture.src, alt: "" }),
      ...(isNew ? [make("p", { className: "picture-credit", textContent: picture.usable ? `Picture: ${picture.credit}` : "No credit yet: a story with this picture cannot go out." })] : []),
      ...(isNew ? [field("Caption", caption)] : []),
      field("What it shows", alt, help),
      make("label", { className: "picture-check" }, wide, " Wider than the text"),
      make("div", { className: "picture-actions" }, ...actions),
    ];
  };

  const choice = (picture, pick) => {
    const image = make("img", { src: picture.thumbnail, alt: "", loading: "lazy" });
    const name = make("span", { className: "picture-name", textContent: picture.name });
    const credit = make("span", { className: picture.usable ? "picture-credit" : "picture-warning", textContent: picture.usable ? picture.credit : "No credit: cannot go out" });
    const made = button("", () => pick(picture), "picture-choice");
    made.append(image, name, credit);
    return make("li", {}, made);
  };

  const library = (url, pick, cancel) => {
    const input = make("input", { type: "search", autocomplete: "off" });
    const status = make("p", { className: "picture-status" });
    status.setAttribute("role", "status");
    const results = make("ul", { className: "picture-results" });
    const more = button("Show more", () => load(page + 1));
    let page = 0;
    let asked = new AbortController();
    let pause;

    const load = async (next) => {
      asked.abort();
      asked = new AbortController();
      const query = new URLSearchParams({ q: input.value, page: next });
      try {
        const answer = await fetch(`${url}?${query}`, { signal: asked.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(answer.status);
        const found = await answer.json();
        if (next === 1) results.replaceChildren();
        const first = results.children.length;
        results.append(...found.pictures.map((picture) => choice(picture, pick)));
        page = next;
        more.hidden = !found.more;
        const count = results.children.length;
        status.textContent = count ? `${count} ${count === 1 ? "picture" : "pictures"}${found.more ? ", and more" : ""}` : "No picture of ours has these words.";
        if (next > 1) results.children[first]?.querySelector("button").focus();
      } catch (error) {
        if (error.name !== "AbortError") status.textContent = "The pictures could not be fetched. Type again to try once more.";
      }
    };
    input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(load, PAUSE_MS, 1); });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") load(1); });
    more.hidden = true;
    load(1);
    return { input, parts: [field("Search our pictures", input), status, results, make("div", { className: "picture-actions" }, more, button("Cancel", cancel))] };
  };

  CKEDITOR.newsroom = {
    ...CKEDITOR.newsroom,
    choosePicture: ({ libraryUrl }) => open("Insert a picture", (finish, dialog, heading) => {
      const view = (parts, focus) => { dialog.replaceChildren(heading, ...parts); (focus ?? dialog.querySelector("textarea, input")).focus(); };
      const shelf = library(libraryUrl, (picture) => view(details(picture, finish, () => view(shelf.parts, shelf.input))), () => finish(null));
      shelf.input.autofocus = true;
      return shelf.parts;
    }),
    describePicture: (picture) => open("Picture in the text", (finish) => details(picture, finish)),
  };
})();
