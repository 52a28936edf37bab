// Lets the editor follow the desk's light or dark scheme, inside its own frames too, and write its HTML without the line
// breaks and tabs it likes to add: a story that is saved untouched stays as it was.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const { theme } = document.documentElement.dataset;
    return theme === "dark" || (theme !== "light" && dark.matches);
  };
  const documents = new Set([document]);
  const apply = () => {
    for (const each of documents) {
      if (each.defaultView) each.documentElement.classList.toggle("editor-dark", isDark());
      else documents.delete(each);
    }
  };
  const sheet = [...document.styleSheets].map(({ href }) => href).find((href) => href?.includes("desk/css/editor")) ?? "";
  const write = CKEDITOR.dom.document.prototype.write;
  CKEDITOR.dom.document.prototype.write = function writeThemed(html) {
    write.call(this, html.replace("</head>", `<link rel="stylesheet" href="${sheet}"></head>`));
    documents.add(this.$);
    apply();
  };
  CKEDITOR.on("instanceReady", ({ editor }) => {
    Object.assign(editor.dataProcessor.writer, { lineBreakChars: "", indentationChars: "" });
    const follow = () => { documents.add(editor.document.$); apply(); };
    editor.on("contentDom", follow);
    follow();
  });
  new MutationObserver(apply).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  dark.addEventListener("change", apply);
  apply();
})();
