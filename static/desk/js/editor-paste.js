// Makes what is pasted fit for the editor's own filters, which know nothing of quotations: those of Word, mail programs
// and plain indents become blockquotes, headings get our two levels, and what was deleted or hidden where it came from
// goes with its words. It works on a document of its own, which loads and runs nothing.
(() => {
  const { CKEDITOR } = window;
  if (!CKEDITOR) return;
  const LEAST_INDENT_PX = 24;
  const UNITS = { px: 1, pt: 4 / 3, in: 96, cm: 37.8, mm: 3.78, em: 16, rem: 16, ex: 8, pc: 16 };
  const LEVELS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };
  const EMPHASIS = { B: "strong", I: "em", STRIKE: "s" };
  const HAS_A_FILTER = /docs-internal-guid|\bmso-|class=["']?Mso|<\/font>|content=["']?LibreOffice/i;
  const QUOTE_STYLE = /\b(?:mso)?(?:intense|block)?_?quot(?:e|ations?)\b|\bmsoblocktext\b/i;
  const MAIL_QUOTES = "div.gmail_quote, div.yahoo_quoted, div.protonmail_quote";
  const GONE = "del, [style*='mso-element:comment'], .msocomtxt, a.msocomanchor, .MsoCommentReference";
  const BLOCKS = "p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, hr, figure, section, article";
  const LINES = /^(?:solid|dashed|dotted|double|ridge|groove)$/;

  const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
  const HANDLER = /\bon\w+\s*=/i;
  const HOLDS_TEXT = /<(?:svg|math|title|textarea|xmp|noembed|noframes|noscript|template|plaintext)\b/i;
  const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g;

  // Nothing runs in a document without a window, but the browser reports each handler that it refuses to read there
  const withoutHandlers = (html) => html.replace(TAG, (tag) => (
    HANDLER.test(tag) ? tag.replace(ATTRIBUTE, (attribute, name) => (/^on/i.test(name) ? "" : attribute)) : tag));
  const isOdd = (html) => /<base\b/i.test(html) || (HANDLER.test(html) && (HOLDS_TEXT.test(html) || /<[a-z]/i.test(html.replace(TAG, ""))));

  const styleOf = (element) => element.getAttribute("style") ?? "";
  const hasWords = (element) => Boolean(element.textContent.trim());
  const rename = (element, name, keep = []) => {
    const renamed = element.ownerDocument.createElement(name);
    for (const attribute of keep) if (element.hasAttribute(attribute)) renamed.setAttribute(attribute, element.getAttribute(attribute));
    renamed.append(...element.childNodes);
    element.replaceWith(renamed);
    return renamed;
  };
  const surround = (element, name) => {
    const inside = element.ownerDocument.createElement(name);
    inside.append(...element.childNodes);
    element.append(inside);
  };
  const px = (length) => {
    const [, number, unit] = /^(-?[\d.]+)([a-z]+)$/i.exec(length) ?? [];
    return number ? Number(number) * (UNITS[unit.toLowerCase()] ?? 0) : 0;
  };

  const dropGone = (root) => {
    let count = 0;
    const isHidden = (element) => /display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(element));
    for (const element of root.querySelectorAll(`${GONE}, [hidden], [style]`)) {
      if (!element.matches(`${GONE}, [hidden]`) && !isHidden(element)) continue;
      element.remove();
      count += 1;
    }
    return count;
  };

  const setLevels = (root) => {
    const headings = [...root.querySelectorAll(Object.keys(LEVELS).join())];
    headings.forEach((heading) => rename(heading, LEVELS[heading.tagName], ["style", "class"]));
    return headings.length;
  };

  // The filters of Word's, LibreOffice's and Google's text do this for theirs; the list of allowed content knows our names
  const setEmphasis = (root) => {
    const bare = ["b", "i", "strike"].flatMap((name) => [...root.querySelectorAll(name)]);
    const isMeant = ({ style }) => !/^(?:normal|[1-4]00)$/.test(style.fontWeight) && style.fontStyle !== "normal";
    bare.forEach((element) => rename(element, isMeant(element) ? EMPHASIS[element.tagName] : "span"));
    const styled = [...root.querySelectorAll("span[style], div[style], p[style]")].filter((element) => !element.querySelector(BLOCKS) && hasWords(element));
    styled.forEach((element) => {
      const { fontStyle, fontWeight } = element.style;
      if (/^(?:bold|bolder|[6-9]00)$/.test(fontWeight)) surround(element, "strong");
      if (/^(?:italic|oblique)/.test(fontStyle)) surround(element, "em");
    });
    return bare.length + styled.length;
  };

  // Puts each run of neighbours into one blockquote; nothing but white space may lie between them
  const wrap = (elements) => {
    let count = 0;
    const left = new Set(elements.filter((element) => !element.parentElement.closest("blockquote")));
    for (const element of elements) {
      if (!left.delete(element)) continue;
      const quote = element.ownerDocument.createElement("blockquote");
      element.before(quote);
      quote.append(element);
      count += 1;
      for (let next = quote.nextSibling; next && (left.has(next) || (next.nodeType !== 1 && !next.textContent?.trim())); next = quote.nextSibling) {
        left.delete(next);
        quote.append(next);
      }
    }
    return count;
  };

  const byStyle = (root) => wrap([...root.querySelectorAll("p, div")].filter((element) =>
    QUOTE_STYLE.test(element.className) && !element.matches(MAIL_QUOTES) && !element.querySelector(BLOCKS) && hasWords(element)));

  const byMail = (root) => {
    const boxes = [...root.querySelectorAll(MAIL_QUOTES)].filter((box) => !box.querySelector("blockquote") && !box.parentElement.closest("blockquote") && hasWords(box));
    boxes.forEach((box) => rename(box, "blockquote"));
    return boxes.length;
  };

  const byBar = (root) => {
    const hasBar = ({ style }) => LINES.test(style.borderLeftStyle) && style.borderLeftWidth !== "0px" && !LINES.test(style.borderRightStyle);
    const boxes = [...root.querySelectorAll("div[style]")].filter((box) => hasBar(box) && !box.querySelector("blockquote") && hasWords(box));
    boxes.forEach((box) => { if (!box.parentElement.closest("blockquote")) rename(box, "blockquote"); });
    return boxes.length;
  };

  const isIndented = (element) => {
    const { style } = element;
    const indent = Math.max(px(style.marginLeft), px(style.paddingLeft));
    const isListed = /mso-list/i.test(styleOf(element)) || /MsoList/i.test(element.className);
    return indent >= LEAST_INDENT_PX && px(style.textIndent) >= 0 && !isListed;
  };

  // An indent means a quotation only where other paragraphs have none
  const byIndent = (root) => {
    const lines = [...root.querySelectorAll("p, div")].filter((line) => !line.querySelector(BLOCKS) && hasWords(line) && !line.closest("li, td, th, dd"));
    const indented = lines.filter(isIndented);
    return indented.length < lines.length ? wrap(indented) : 0;
  };

  CKEDITOR.newsroom = {
    ...CKEDITOR.newsroom,
    // Returns the HTML to paste instead; the same when there was nothing to do, or when it is markup made to deceive
    preparePaste(html) {
      if (isOdd(html)) return html;
      const page = new DOMParser().parseFromString(withoutHandlers(html), "text/html");
      const { body } = page;
      const steps = [dropGone, setLevels, ...(HAS_A_FILTER.test(html) ? [] : [setEmphasis]), byMail, byStyle, byBar, byIndent];
      const count = steps.reduce((sum, step) => sum + step(body), 0);
      return count ? page.documentElement.outerHTML : html;
    },
  };
})();
