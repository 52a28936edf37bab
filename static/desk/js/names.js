// Offers names while one types, in fields that take a person or a source by name. Without this script the name is typed.
const QUIET_MS = 150;

document.querySelectorAll("input[data-names]").forEach((field, place) => {
  const offers = document.createElement("datalist");
  offers.id = `names-${place}`;
  field.after(offers);
  field.setAttribute("list", offers.id);
  let timer = 0;
  let asked = null;

  const ask = async () => {
    if (field.value === asked) return;
    asked = field.value;
    const address = `${field.form.dataset.namesAt}${field.dataset.names}/?q=${encodeURIComponent(asked)}`;
    try {
      const answer = await fetch(address);
      if (!answer.ok || field.value !== asked) return;
      const { names } = await answer.json();
      offers.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    } catch { asked = null; /* the next key asks again */ }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET_MS);
  };
  field.addEventListener("input", soon);
  field.addEventListener("focus", soon);
});
