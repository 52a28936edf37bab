// Shows in the editor's footer how long the text is: words, characters, minutes to read. Counted as the server counts
// (newsroom.lib.text), so that the numbers are the same when the story is saved. They change silently.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const HAS_A_SIGN = /[\p{L}\p{N}]/u;
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

  // One line per block or line break; read by the editor's own parser, since a browser's would report what it refuses
  const linesOf = (html, blocks) => {
    const parser = new CKEDITOR.htmlParser();
    let text = "";
    const part = (name) => { if (blocks.has(name)) text += "\n"; };
    Object.assign(parser, {
      onTagOpen: part,
      onTagClose: part,
      onText(words) { text += CKEDITOR.tools.htmlDecode(words).replaceAll("\n", " "); },
    });
    parser.parse(html);
    return text.split("\n").map((line) => line.split(/\s+/).filter(Boolean)).filter((line) => line.length);
  };

  // Halves go to the even number, as Python rounds
  const rounded = (number) => (Math.abs(number % 1) === 0.5 ? 2 * Math.round(number / 2) : Math.round(number));

  const told = (html, language, { blocks, readingSpeeds }) => {
    const lines = linesOf(html, new Set(blocks));
    const words = lines.flat().filter((word) => HAS_A_SIGN.test(word)).length;
    const characters = lines.reduce((sum, line) => sum + [...letters.segment(line.join(" "))].length, 0);
    const speed = readingSpeeds[language.split(/[-_]/)[0].toLowerCase()] ?? readingSpeeds[""];
    const minutes = words ? Math.max(1, rounded(words / speed)) : 0;
    const number = (value) => value.toLocaleString("en");
    return `${number(words)} ${words === 1 ? "word" : "words"} · ${number(characters)} characters · ${number(minutes)} min`;
  };

  CKEDITOR.plugins.add("newsroomcount", {
    init(editor) {
      const id = `${editor.id}_count`;
      editor.on("uiSpace", ({ data }) => {
        if (data.space === "bottom") data.html += `<span id="${id}" class="editor-count"></span>`;
      });
      const textArea = editor.element.$;
      const language = () => textArea.form?.elements.language?.value ?? "";
      const show = () => {
        const place = document.getElementById(id);
        if (place) place.textContent = told(textArea.value, language(), editor.config.newsroom);
      };
      editor.on("instanceReady", show);
      textArea.addEventListener("newsroom:changed", show);
      textArea.form?.elements.language?.addEventListener("input", show);
    },
  });
})();
