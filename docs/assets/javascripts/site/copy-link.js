/* "Copy link" at the title of a page and at each heading, as text for the places where people paste links.
 *
 * The address is the hosted one (the page's canonical link), so that a link copied from a copy on disk or
 * from another host is right for everybody. Without this script the links at the headings remain.
 */
(function () {
  "use strict";

  var canonical = document.querySelector("link[rel=canonical]");
  var content = document.querySelector(".md-content");
  if (!canonical || !content) return;

  /** Put a backslash before each of some characters. */
  function escaped(text, characters) {
    return text.replace(characters, "\\$&");
  }

  var FORMATS = [
    ["URL", function (text, url) { return url; }],
    ["Markdown", function (text, url) { return "[" + escaped(text, /[\\`*_[\]<>]/g) + "](" + url + ")"; }],
    ["reStructuredText", function (text, url) { return "`" + escaped(text, /[\\`<]/g) + " <" + url + ">`__"; }],
    ["Jira", function (text, url) { return "[" + escaped(text, /[\\|[\]{}*_]/g) + "|" + url + "]"; }],
    // Trac knows no escapes in a label; quotation marks let it hold a bracket.
    ["Trac", function (text, url) {
      return "[" + url + " " + (text.indexOf("]") < 0 ? text : '"' + text.replace(/"/g, "'") + '"') + "]";
    }]
  ];

  var status = document.createElement("div");
  var menu = document.createElement("div");
  var opener = null;

  /** The words of a heading, without the signs that are drawn beside it. */
  function words(heading) {
    var copy = heading.cloneNode(true);
    copy.querySelectorAll(".headerlink, .copy-spot").forEach(function (one) { one.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function titleOf(heading) {
    var title = content.querySelector("h1");
    if (!title || heading === title) return words(heading);
    return words(title) + ": " + words(heading);
  }

  function addressOf(heading) {
    var page = canonical.href.split("#")[0];
    return heading.tagName === "H1" ? page : page + "#" + encodeURIComponent(heading.id);
  }

  function say(text) {
    status.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { status.textContent = ""; }, 5000);
  }

  /** The last resort: show the text, selected, for the reader's own copy command. */
  function offer(text) {
    var field = document.createElement("input");
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", "Link to copy");
    clearTimeout(say.timer);
    status.textContent = "The browser does not let this page copy. Copy it yourself: ";
    status.append(field);
    field.focus();
    field.select();
    field.addEventListener("blur", function () { status.textContent = ""; });
  }

  function choose(format) {
    var heading = opener.closest("h1, h2, h3, h4"), from = opener;
    var text = format[1](titleOf(heading), addressOf(heading));
    close();
    window.atlasClipboard.copy(text).then(function (done) {
      from.focus();
      if (done) say("Copied link as " + format[0]);
      else offer(text);
    });
  }

  function items() {
    return Array.from(menu.children);
  }

  /** Put the menu under its button, inside the window. */
  function place() {
    var box = opener.getBoundingClientRect();
    var left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 8);
    menu.style.left = Math.max(8, left) + scrollX + "px";
    menu.style.top = box.bottom + scrollY + "px";
  }

  function open(button, last) {
    close();
    opener = button;
    opener.setAttribute("aria-expanded", "true");
    menu.hidden = false;
    place();
    items()[last ? FORMATS.length - 1 : 0].focus({ preventScroll: true });
  }

  function close() {
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    menu.hidden = true;
    opener = null;
  }

  function onButtonKey(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.currentTarget, event.key === "ArrowUp");
  }

  /** The item that a key moves to: arrows go round, a letter finds the next item that begins with it. */
  function moved(key, from) {
    var all = items(), size = all.length;
    if (key === "ArrowDown") return all[(from + 1) % size];
    if (key === "ArrowUp") return all[(from + size - 1) % size];
    if (key === "Home") return all[0];
    if (key === "End") return all[size - 1];
    return all.slice(from + 1).concat(all).find(function (item) {
      return key.length === 1 && item.textContent.toLowerCase().startsWith(key.toLowerCase());
    });
  }

  function onMenuKey(event) {
    var from = opener;
    if (event.key === "Escape" || event.key === "Tab") {
      close();
      from.focus(); // Tab then goes on from the button
      if (event.key === "Escape") event.preventDefault();
      return;
    }
    var item = moved(event.key, items().indexOf(document.activeElement));
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation(); // letters are shortcuts of the page as well
    item.focus();
  }

  function addButton(heading) {
    var button = document.createElement("button");
    var what = heading.tagName === "H1" ? "this page" : "“" + words(heading) + "”";
    heading.setAttribute("aria-label", words(heading)); // the heading's own words, without those of the button
    button.type = "button";
    button.className = "copy-link";
    button.setAttribute("aria-haspopup", "menu");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-label", "Copy link to " + what);
    button.addEventListener("click", function () {
      if (opener === button) close();
      else open(button);
    });
    button.addEventListener("keydown", onButtonKey);
    var spot = document.createElement("span"); // has no width and stays with the last word
    spot.className = "copy-spot";
    spot.append(button);
    heading.append(spot);
  }

  function addMenu() {
    menu.className = "copy-menu";
    menu.hidden = true;
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", "Copy link as");
    FORMATS.forEach(function (format) {
      var item = document.createElement("button");
      item.type = "button";
      item.tabIndex = -1;
      item.setAttribute("role", "menuitem");
      item.textContent = format[0];
      item.addEventListener("click", function () { choose(format); });
      menu.append(item);
    });
    menu.addEventListener("keydown", onMenuKey);
    document.addEventListener("pointerdown", function (event) {
      if (opener && !menu.contains(event.target) && !opener.contains(event.target)) close();
    });
    status.className = "copy-status";
    status.setAttribute("role", "status");
    document.body.append(menu, status);
  }

  content.querySelectorAll("h1, h2[id], h3[id], h4[id]").forEach(addButton);
  addMenu();
})();
