// Lets CKEditor 4 run where the desk's policy forbids inline handlers and scripts. The editor writes markup such as
// onclick="CKEDITOR.tools.callFunction(12,event)": those attributes are renamed before they reach the document, and
// listeners run the one kind of statement they hold. Whatever else stands in such an attribute is never run.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR || CKEDITOR.newsroomPolicy) return;
  CKEDITOR.newsroomPolicy = true;

  const nonce = document.querySelector("script[nonce]")?.nonce ?? "";
  const EVENTS = ["click", "dblclick", "keydown", "keypress", "mousedown", "mouseup", "mouseover", "mouseout",
    "focus", "blur", "dragstart", "contextmenu"];
  const OWN_CALL = "(?:return\\s+)?(?:(?:window\\.parent\\.)?CKEDITOR\\.tools\\.callFunction\\(|false)";
  const HANDLER = new RegExp(`(<[a-zA-Z][^<>]*?\\s)on(${EVENTS.join("|")}|load)(\\s*=\\s*["'](?=${OWN_CALL}))`, "g");
  const EMPTY_LINK = /(\shref\s*=\s*)(["'])javascript:void\((?:0|'[^']*')\)\2/g;

  const renamed = (html) => {
    if (typeof html !== "string") return html;
    let before;
    do {
      before = html;
      html = html.replace(HANDLER, "$1data-cke-on$2$3");
    } while (html !== before);
    return html.replace(EMPTY_LINK, '$1$2#$2 data-cke-empty="1"');
  };

  // The statements: callFunction(numbers, 'texts', event, this), "return" before it, false
  const ARGUMENT = /\s*(?:(-?\d+)|'((?:[^'\\]|\\.)*)'|(event|this|null|window))\s*(,|$)/y;
  const readArguments = (text, event, element) => {
    const values = [];
    ARGUMENT.lastIndex = 0;
    while (ARGUMENT.lastIndex < text.length) {
      const match = ARGUMENT.exec(text);
      if (!match) return null;
      const [, number, string, word, comma] = match;
      if (number !== undefined) values.push(Number(number));
      else if (string !== undefined) values.push(string.replace(/\\(.)/g, "$1"));
      else values.push(word === "event" ? event : word === "this" ? element : null);
      if (!comma) break;
    }
    return values;
  };
  const CALL = /^(?:window\.parent\.)?CKEDITOR\.tools\.callFunction\((.*)\)$/;
  const runOne = (statement, event, element) => {
    const call = CALL.exec(statement);
    if (!call) return statement === "false" ? false : undefined;
    const values = readArguments(call[1], event, element);
    return values ? CKEDITOR.tools.callFunction(...values) : undefined;
  };
  const run = (code, event, element) => {
    for (const part of code.split(";")) {
      const statement = part.trim();
      if (!statement) continue;
      const isReturn = /^return\b/.test(statement);
      const result = runOne(isReturn ? statement.slice(6).trim() : statement, event, element);
      if (isReturn) return result;
    }
    return undefined;
  };

  const dispatch = (event, bubbles) => {
    for (let element = event.target; element?.nodeType === 1; element = bubbles ? element.parentElement : null) {
      if (event.type === "click" && element.hasAttribute("data-cke-empty")) event.preventDefault();
      const code = element.getAttribute(`data-cke-on${event.type}`);
      if (code && run(code, event, element) === false) event.preventDefault();
      if (event.cancelBubble) return;
    }
  };
  const heard = new WeakSet();
  const listen = (root) => {
    if (heard.has(root)) return;
    heard.add(root);
    for (const type of EVENTS) {
      const captures = type === "focus" || type === "blur";
      root.addEventListener(type, (event) => dispatch(event, !captures), captures);
    }
  };
  listen(document);

  const wrap = (target, name, change) => {
    const original = target[name];
    target[name] = change(original);
  };
  wrap(CKEDITOR.template.prototype, "output", (original) => function output(data, buffer) {
    const result = original.call(this, data, buffer);
    if (!buffer) return renamed(result);
    buffer.forEach((html, place) => { buffer[place] = renamed(html); });
    return result;
  });
  const { element } = CKEDITOR.dom;
  wrap(element, "createFromHtml", (original) => function createFromHtml(html, owner) {
    return original.call(this, renamed(html), owner);
  });
  for (const name of ["setHtml", "appendHtml"]) {
    wrap(element.prototype, name, (original) => function write(html) { return original.call(this, renamed(html)); });
  }

  // Documents the editor writes itself (text area, drop-downs): their own script and style get the page's nonce
  wrap(CKEDITOR.dom.document.prototype, "write", (original) => function write(html) {
    let onload = null;
    const marked = html
      .replace('<script id="cke_actscrpt"', `<script nonce="${nonce}" id="cke_actscrpt"`)
      .replace(/<style(?=[ >])/g, `<style nonce="${nonce}"`)
      .replace(/(<body[^>]*?)\s(?:data-cke-)?onload="([^"]*)"/, (_, start, code) => { onload = code; return start; });
    original.call(this, marked);
    const frame = this.$;
    listen(frame);
    if (!onload) return;
    const start = () => run(onload, null, frame.body);
    if (frame.readyState === "complete") setTimeout(start);
    else frame.defaultView.addEventListener("load", start, { once: true });
  });
  CKEDITOR.dom.document.prototype.appendStyleText = function appendStyleText(text) {
    const style = this.$.createElement("style");
    style.nonce = nonce;
    style.textContent = text;
    this.getHead().$.appendChild(style);
    return style.sheet;
  };
})();
