// After a paste, says below the editor what was kept and what was taken out: the server compares what was pasted with
// what was put in. The words stay until they are closed or the next paste takes their place.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const LARGEST = 1_000_000;
  const NO_FILES = "A picture from elsewhere was not put in. Add it under Pictures, then choose it with Ctrl+Shift+M.";
  const NO_ANSWER = "Pasted. What was removed could not be listed just now; compare with the original.";
  const TOO_LONG = "This was too much to examine. Look through the text, or paste it in parts.";

  const strip = (editor) => {
    const words = document.createElement("p");
    words.setAttribute("role", "status");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    const box = document.createElement("div");
    box.className = "paste-receipt";
    box.append(words, close);
    const show = (sentence, isLoss = false) => {
      words.textContent = sentence;
      box.classList.toggle("is-shown", Boolean(sentence));
      box.classList.toggle("is-loss", isLoss);
    };
    close.addEventListener("click", () => { show(""); editor.focus(); });
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") close.click(); });
    editor.container.$.after(box);
    return show;
  };

  const ask = async (url, token, pasted, inserted) => {
    const values = new FormData();
    values.append("pasted", pasted);
    values.append("inserted", inserted);
    const answer = await fetch(url, { method: "POST", body: values, headers: { "X-CSRFToken": token, Accept: "application/json" } });
    if (!answer.ok && ![413, 429].includes(answer.status)) throw new Error(answer.status);
    return answer.json();
  };

  // What the editor will make of it: its list of allowed content has still to come
  const filtered = (editor, html) => {
    const fragment = CKEDITOR.htmlParser.fragment.fromHtml(html);
    editor.filter.applyTo(fragment, true);
    const writer = new CKEDITOR.htmlParser.basicWriter();
    fragment.writeHtml(writer);
    return writer.getHtml();
  };

  CKEDITOR.plugins.add("newsroomreceipt", {
    requires: "clipboard,pastetools",
    init(editor) {
      let show = () => {};
      // The editor's own word on files would only say that their kind is not known
      CKEDITOR.plugins.clipboard.addFileMatcher(editor, () => true);
      editor.on("instanceReady", () => { show = strip(editor); });

      // Before the editor's own filters (3), which read the transfer itself; once, though the event may come again
      editor.on("paste", ({ data }) => {
        if (data.pasted !== undefined || data.dataTransfer?.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL) return;
        const { dataTransfer } = data;
        data.pasted = dataTransfer.getData("text/html", true) || (data.type === "text" ? "" : data.dataValue) || "";
        if (!data.pasted || data.pasted.length > LARGEST) return;
        const prepared = CKEDITOR.newsroom.preparePaste(data.pasted);
        if (prepared === data.pasted) return;
        const read = dataTransfer.getData;
        dataTransfer.getData = function getData(type, isRaw) {
          if (type.toLowerCase() !== "text/html") return read.call(this, type, isRaw);
          return isRaw ? prepared : this._stripHtml(prepared);
        };
        data.dataValue = dataTransfer.getData("text/html");
      }, null, null, 2);

      editor.on("paste", ({ data }) => {
        const isPlain = data.type === "text";
        const files = data.dataTransfer?.getFilesCount() ?? 0;
        if (files && !data.dataValue) return void show(NO_FILES);
        if (!data.pasted || isPlain) return void show("");
        if (data.pasted.length > LARGEST) return void show(TOO_LONG, true);
        const token = editor.element.$.form?.elements.csrfmiddlewaretoken?.value ?? "";
        ask(editor.config.newsroom.receiptUrl, token, data.pasted, filtered(editor, data.dataValue))
          .then(({ sentence, is_loss: isLoss }) => show(sentence, isLoss), () => show(NO_ANSWER));
      }, null, null, 999);
    },
  });
})();
