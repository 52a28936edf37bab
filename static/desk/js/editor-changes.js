// The body editor's side of the desk's agreements, so that no other script needs to know the editor. The text area
// #id_body always holds the text, at most half a second late, and tells of it with bubbling events:
//   newsroom:changed  from the text area, after its value has changed
//   newsroom:replace  to the text area, by whoever has set its value: the editor shows it
//   newsroom:focus    to the text area: the cursor goes into the text; cancelled when that was done
// Shortcuts pressed in the text that the editor does not know are pressed again on the text area.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const PAUSE_MS = 400;
  const COPIED = ["key", "code", "ctrlKey", "metaKey", "altKey", "shiftKey", "repeat"];

  CKEDITOR.plugins.add("newsroomchanges", {
    init(editor) {
      const textArea = editor.element.$;
      let timer = 0;

      const tell = () => {
        clearTimeout(timer);
        if (!timer) return;
        timer = 0;
        editor.updateElement();
        textArea.dispatchEvent(new CustomEvent("newsroom:changed", { bubbles: true }));
      };
      const wait = () => {
        if (editor.status === "ready" && !timer) timer = setTimeout(tell, PAUSE_MS);
      };
      editor.on("change", wait);
      editor.on("blur", tell);
      addEventListener("pagehide", tell);
      document.addEventListener("visibilitychange", () => { if (document.hidden) tell(); });

      textArea.addEventListener("newsroom:replace", () => {
        const text = textArea.value;
        editor.setData(text, { callback: () => editor.fire("saveSnapshot") });
      });
      textArea.addEventListener("newsroom:focus", (event) => {
        event.preventDefault();
        editor.focus();
        editor.container.$.scrollIntoView({ block: "center" });
      });

      const passOn = (event) => {
        if (event.defaultPrevented || event.isComposing || !(event.ctrlKey || event.metaKey || event.altKey)) return;
        const again = new KeyboardEvent("keydown", {
          bubbles: true, cancelable: true, ...Object.fromEntries(COPIED.map((name) => [name, event[name]])),
        });
        if (!textArea.dispatchEvent(again)) event.preventDefault();
      };
      editor.on("contentDom", () => editor.document.$.addEventListener("keydown", passOn));
    },
  });
})();
