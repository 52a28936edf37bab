// Adds two buttons to the body editor: a quotation can become a pull quote, and blocks can stand in a fact box. Both are
// plain blocks of the text; Enter in an empty last line leaves a fact box, as it leaves a quotation.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const BOX = "fact-box";
  const PULL = "pull";

  const quoteAt = (path) => path?.contains("blockquote");
  const boxAt = (path) => path?.contains((element) => element.is("aside") && element.hasClass(BOX));

  const pullQuote = {
    contextSensitive: true,
    requiredContent: `blockquote(${PULL})`,
    exec(editor) {
      const quote = quoteAt(editor.elementPath());
      if (quote) {
        if (quote.hasClass(PULL)) quote.removeClass(PULL);
        else quote.addClass(PULL);
        if (!quote.getAttribute("class")) quote.removeAttribute("class");
      } else {
        editor.execCommand("blockquote");
        quoteAt(editor.elementPath())?.addClass(PULL);
      }
      this.refresh(editor, editor.elementPath());
    },
    refresh(editor, path) {
      this.setState(quoteAt(path)?.hasClass(PULL) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  };

  // The blocks of the text that a selection touches, as they stand side by side in the body
  const touched = (editor) => {
    const body = editor.editable();
    const found = [];
    for (const range of editor.getSelection().getRanges()) {
      const blocks = range.createIterator();
      for (let block = blocks.getNextParagraph("p"); block; block = blocks.getNextParagraph("p")) {
        let top = block;
        while (top.getParent() && !top.getParent().equals(body)) top = top.getParent();
        if (!found.some((each) => each.equals(top))) found.push(top);
      }
    }
    return found;
  };

  const factBox = {
    contextSensitive: true,
    requiredContent: `aside(${BOX})`,
    exec(editor) {
      const box = boxAt(editor.elementPath());
      const blocks = box ? [] : touched(editor);
      const bookmarks = editor.getSelection().createBookmarks();
      if (box) {
        box.remove(true);
      } else if (blocks.length) {
        const made = editor.document.createElement("aside", { attributes: { class: BOX } });
        made.insertBefore(blocks[0]);
        blocks.forEach((block) => {
          // One box in another would be taken apart by the sanitiser
          if (block.is("aside")) while (block.getFirst()) made.append(block.getFirst().remove());
          else made.append(block.remove());
          if (block.is("aside")) block.remove();
        });
      }
      editor.getSelection().selectBookmarks(bookmarks);
      this.refresh(editor, editor.elementPath());
    },
    refresh(editor, path) {
      this.setState(boxAt(path) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
    },
  };

  const leaveBox = (event) => {
    const { editor } = event;
    if (event.data.keyCode !== 13) return;
    const range = editor.getSelection()?.getRanges()[0];
    const block = editor.elementPath()?.block;
    const box = block?.getParent();
    if (!range?.collapsed || !box?.is?.("aside") || block.getText().trim() || !block.equals(box.getLast())) return;
    event.cancel();
    editor.fire("saveSnapshot");
    block.insertAfter(box);
    if (!box.getFirst()) box.remove();
    range.moveToElementEditStart(block);
    range.select();
    editor.fire("saveSnapshot");
  };

  CKEDITOR.plugins.add("newsroomboxes", {
    requires: "blockquote",
    init(editor) {
      const { icons } = editor.config.newsroom;
      editor.addCommand("pullquote", pullQuote);
      editor.addCommand("factbox", factBox);
      editor.ui.addButton("PullQuote", { label: "Pull quote", command: "pullquote", icon: icons.pull });
      editor.ui.addButton("FactBox", { label: "Fact box", command: "factbox", icon: icons.facts });
      editor.on("key", leaveBox, null, null, 5);
    },
  });
})();
