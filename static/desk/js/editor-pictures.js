// Puts pictures of our own library into the text: a button and Ctrl+Shift+M open the library, the picture stands as one
// piece with a caption that is written in place. No other picture gets in, by whatever way it comes.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const NUMBER = "data-image";
  const { element: Node } = CKEDITOR.htmlParser;

  const isOurs = (node) => node?.name === "figure" && /^\d{1,7}$/.test(node.attributes[NUMBER] ?? "");
  const figureOf = (node) => node.getAscendant((each) => isOurs(each));

  // An address counts only when it is a file of this site's; the server writes it anew whenever the text is shown
  const ownAddress = (address, prefix) => {
    if (!address || !URL.canParse(address, location.href)) return "";
    const url = new URL(address, location.href);
    return url.origin === location.origin && url.pathname.startsWith(prefix) ? url.pathname : "";
  };

  // Works on everything that enters the editor, after the list of allowed content and before pieces are recognised
  const tidy = (fragment, prefix) => {
    const strays = [];
    fragment.forEach((node) => {
      if (node.name === "img") {
        if (!figureOf(node)) return void strays.push(node);
        const src = ownAddress(node.attributes["data-cke-saved-src"] ?? node.attributes.src, prefix);
        node.attributes = { alt: node.attributes.alt ?? "", ...(src && { src, "data-cke-saved-src": src }) };
      } else if (node.name === "figcaption" && !figureOf(node)) {
        node.name = "p";
      }
    }, CKEDITOR.NODE_ELEMENT);
    strays.forEach((node) => node.remove());
  };

  const isBlank = (node) => {
    let hasText = false;
    node.forEach(({ value }) => { if (value.replace(/&nbsp;|\u200b/g, "").trim()) hasText = true; }, CKEDITOR.NODE_TEXT);
    return !hasText;
  };
  const part = (figure, name) => figure.find(name, true)[0];

  const definition = (caption) => ({
    pathName: "picture",
    mask: false,
    allowedContent: `figure(wide)[!${NUMBER}]; img[src,alt]; figcaption`,
    requiredContent: `figure[${NUMBER}]`,
    parts: { image: "img", caption: "figcaption" },
    editables: { caption: { selector: "figcaption", allowedContent: caption } },
    upcast(figure) {
      if (!isOurs(figure)) return false;
      const image = part(figure, "img") ?? new Node("img", { alt: "" });
      const line = part(figure, "figcaption") ?? new Node("figcaption");
      figure.children.length = 0;
      figure.add(image);
      figure.add(line);
      return true;
    },
    downcast(figure) {
      const line = part(figure, "figcaption");
      if (line && isBlank(line)) line.remove();
      return figure;
    },
    getLabel() { return `Picture: ${this.parts.image.getAttribute("alt") || "not described here"}`; },
    init() {
      this.on("edit", (event) => {
        event.cancel();
        describe(this);
      });
    },
  });

  // Opens a dialog and afterwards gives the cursor back to where it was
  const ask = async (editor, question) => {
    const ranges = editor.getSelection()?.getRanges() ?? [];
    const answer = await question();
    editor.focus();
    if (ranges.length) editor.getSelection().selectRanges(ranges);
    return answer;
  };

  const describe = async (widget) => {
    const { editor, element, parts } = widget;
    const known = { alt: parts.image.getAttribute("alt") ?? "", src: parts.image.getAttribute("src") ?? "", wide: element.hasClass("wide") };
    const told = await CKEDITOR.newsroom.describePicture(known, editor.config.newsroom);
    editor.focus();
    widget.focus();
    if (!told) return;
    editor.fire("saveSnapshot");
    parts.image.setAttribute("alt", told.alt);
    element[told.wide ? "addClass" : "removeClass"]("wide");
    editor.fire("saveSnapshot");
  };

  // A picture never cuts a paragraph in two: it comes after the block of the text that the cursor is in
  const place = (editor) => {
    const body = editor.editable();
    let top = editor.elementPath()?.lastElement;
    while (top && !top.equals(body) && !top.getParent()?.equals(body) && !top.getParent()?.is("aside")) top = top.getParent();
    if (!top || top.equals(body) || (top.is("p") && !top.getText().trim())) return null;
    const range = editor.createRange();
    range.moveToPosition(top, CKEDITOR.POSITION_AFTER_END);
    return range;
  };

  const insert = async (editor) => {
    const chosen = await ask(editor, () => CKEDITOR.newsroom.choosePicture(editor.config.newsroom));
    if (!chosen) return;
    const { htmlEncode: text, htmlEncodeAttr: attribute } = CKEDITOR.tools;
    const width = chosen.wide ? ' class="wide"' : "";
    editor.insertHtml(`<figure${width} ${NUMBER}="${Number(chosen.id)}"><img alt="${attribute(chosen.alt)}" src="${attribute(chosen.src)}">` +
      `<figcaption>${text(chosen.caption)}</figcaption></figure>`, "html", place(editor));
  };

  CKEDITOR.plugins.add("newsroompictures", {
    requires: "widget",
    init(editor) {
      const { captionContent, icons, mediaPrefix } = editor.config.newsroom;
      editor.widgets.add("newsroompicture", definition(captionContent));
      editor.on("toHtml", (event) => tidy(event.data.dataValue, mediaPrefix), null, null, 7);
      editor.addCommand("newsroompicture-choose", {
        exec(editing) {
          const { focused } = editing.widgets;
          if (focused?.name === "newsroompicture") describe(focused);
          else insert(editing);
        },
      });
      editor.ui.addButton("Picture", { label: "Picture from our library", command: "newsroompicture-choose", icon: icons.picture });
      editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.SHIFT + 77, "newsroompicture-choose");
    },
  });
})();
