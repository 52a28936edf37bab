// Shows beside a story what stands against the house's style while it is written: phrase, reason, and a button that
// writes what the rule suggests. The server finds; this asks, shows and replaces.
(() => {
  const section = document.querySelector(".house-style");
  const form = section && document.querySelector("#article_form");
  if (!form) return;
  const QUIET_MS = 1500;
  const FIELDS = ["headline", "standfirst", "kicker", "summary", "body", "picture_caption", "language"];
  const list = section.querySelector("[data-findings]");
  const sum = section.querySelector("[data-sum]");
  let timer = 0;
  let asking = null;

  const field = (name) => form.elements.namedItem(name);
  const token = () => field("csrfmiddlewaretoken").value;

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "desk-button desk-button-small";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function post(address, values) {
    const data = new FormData();
    Object.entries(values).forEach(([name, value]) => data.append(name, value));
    const headers = { "X-CSRFToken": token(), Accept: "application/json" };
    return fetch(address, { method: "POST", body: data, headers, signal: asking?.signal });
  }

  const swap = (text, finding) => text.split(finding.phrase).join(finding.suggestion);

  // A phrase that runs across bold or a link lies in several nodes and is left to the writer.
  function replaceInEditor(editor, finding) {
    const root = editor.editable().$;
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    editor.fire("saveSnapshot");
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.includes(finding.phrase)) node.data = swap(node.data, finding);
    }
    editor.fire("saveSnapshot");
    editor.fire("change");
    editor.updateElement();
    editor.focus();
  }

  function replace(finding) {
    const control = field(finding.field);
    const editor = window.CKEDITOR?.instances[control.id];
    if (editor) replaceInEditor(editor, finding);
    else {
      control.value = swap(control.value, finding);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.focus();
    }
    soon(600);
  }

  async function leave(finding) {
    const answer = await post(section.dataset.leave, { rule: finding.rule, phrase: finding.phrase });
    if (answer.ok) check();
  }

  function row(finding) {
    const item = document.createElement("li");
    const phrase = document.createElement("strong");
    phrase.textContent = finding.phrase;
    const words = finding.suggestion ? ` → ${finding.suggestion}` : "";
    const times = finding.count > 1 ? `, ${finding.count} times` : "";
    const reason = document.createElement("span");
    reason.textContent = finding.reason;
    item.append(phrase, `${words}${times}, in the ${finding.field.replace("picture_", "")} `, reason);
    const buttons = document.createElement("div");
    buttons.className = "house-style-acts";
    if (finding.suggestion) buttons.append(button("Write it so", () => replace(finding)));
    buttons.append(button("Leave it", () => leave(finding)));
    item.append(buttons);
    return item;
  }

  function show(answer) {
    const wasHere = list.contains(document.activeElement);
    list.replaceChildren(...answer.findings.map(row));
    if (wasHere) (list.querySelector("button") ?? section.querySelector("a")).focus();
    sum.textContent = answer.count ? `${answer.count} to look at` : "nothing to say";
  }

  async function check() {
    asking?.abort();
    asking = new AbortController();
    const values = { story: section.dataset.story };
    FIELDS.forEach((name) => { if (field(name)) values[name] = field(name).value; });
    try {
      const answer = await post(section.dataset.check, values);
      if (answer.ok) show(await answer.json());
    } catch { /* the next change asks again */ }
  }

  function soon(wait = QUIET_MS) {
    clearTimeout(timer);
    timer = setTimeout(check, wait);
  }

  form.addEventListener("input", () => soon());
  form.addEventListener("newsroom:changed", () => soon());
  check();
})();
