"use strict";

// "Copy link" at the title and at each heading; menu and words are in the page (links/copy_link.jinja). The address is
// the hosted one, so that a link copied from disk is right for everybody. Without this script the links remain.

/** Milliseconds for which a message stays. */
const MESSAGE_TIME = 5000;

/** The buttons at headings, and the one menu that they share. */
class CopyLinks {
  /**
   * @param {HTMLElement} content where the headings are
   * @param {string} page the hosted address
   * @param {HTMLTemplateElement} template menu, status and words
   */
  constructor(content, page, template) {
    this.content = content;
    this.page = page;
    this.words = template.dataset;
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    this.menu = copy.querySelector("[role=menu]");
    this.status = copy.querySelector("[role=status]");
    this.items = [...this.menu.children];
    /** The button whose menu is open. */
    this.opener = null;
    content.querySelectorAll("h1, h2[id], h3[id], h4[id]").forEach(heading => this.addButton(heading));
    this.listen();
    document.body.append(this.menu, this.status);
  }

  /** Listen to the menu, and to clicks outside of it. */
  listen() {
    this.items.forEach(item => item.addEventListener("click", () => this.choose(item)));
    this.menu.addEventListener("keydown", event => this.onMenuKey(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (this.opener && !this.menu.contains(target) && !this.opener.contains(target)) this.close();
    });
  }

  /** A button behind the last word of a heading. */
  addButton(heading) {
    const words = headingWords(heading);
    const { page, heading: label } = this.words;
    heading.setAttribute("aria-label", words); // the heading's own words, without those of the button
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.setAttribute("aria-haspopup", "menu");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-label", heading.tagName === "H1" ? page : label.replace("{}", () => words));
    button.addEventListener("click", () => (this.opener === button ? this.close() : this.open(button)));
    button.addEventListener("keydown", event => this.onButtonKey(event));
    const spot = document.createElement("span"); // has no width and stays with the last word
    spot.className = "copy-spot";
    spot.append(button);
    heading.append(spot);
  }

  /** The words of a link to a heading: those of the title come first. */
  titleOf(heading) {
    const title = this.content.querySelector("h1");
    return !title || heading === title ? headingWords(heading) : `${headingWords(title)}: ${headingWords(heading)}`;
  }

  /** The hosted address of a heading. */
  addressOf({ tagName, id }) {
    return tagName === "H1" ? this.page : `${this.page}#${encodeURIComponent(id)}`;
  }

  /** Copy in the format of an item, and say so. */
  async choose(item) {
    const from = this.opener;
    const heading = from.closest("h1, h2, h3, h4");
    const text = LINK_FORMATS[item.value](this.titleOf(heading), this.addressOf(heading));
    this.close();
    const done = await self.atlasClipboard.copy(text);
    from.focus();
    if (done) this.say(this.words.copied.replace("{}", item.textContent));
    else this.offer(text);
  }

  /** Say something for a while. */
  say(text) {
    this.status.textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.status.replaceChildren(), MESSAGE_TIME);
  }

  /** The last resort: show the text, selected, for the reader's own copy command. */
  offer(text) {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", this.words.field);
    clearTimeout(this.timer);
    this.status.replaceChildren(this.words.refused, field);
    field.focus();
    field.select();
    field.addEventListener("blur", () => this.status.replaceChildren());
  }

  /** Open the menu under a button, inside the window, with its first or last item focused. */
  open(button, last = false) {
    this.close();
    this.opener = button;
    button.setAttribute("aria-expanded", "true");
    this.menu.hidden = false;
    const box = button.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - this.menu.offsetWidth - 8);
    this.menu.style.left = `${Math.max(8, left) + scrollX}px`;
    this.menu.style.top = `${box.bottom + scrollY}px`;
    this.items[last ? this.items.length - 1 : 0].focus({ preventScroll: true });
  }

  /** Close the menu, if it is open. */
  close() {
    if (!this.opener) return;
    this.opener.setAttribute("aria-expanded", "false");
    this.menu.hidden = true;
    this.opener = null;
  }

  /** Arrows open the menu at its beginning or end. */
  onButtonKey(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    this.open(event.currentTarget, event.key === "ArrowUp");
  }

  /** The item that a key moves to: arrows go round, a letter finds the next item that begins with it. */
  itemFor(key, from) {
    const { items, items: { length } } = this;
    if (key === "ArrowDown") return items[(from + 1) % length];
    if (key === "ArrowUp") return items[(from + length - 1) % length];
    if (key === "Home") return items[0];
    if (key === "End") return items[length - 1];
    const begins = item => key.length === 1 && item.textContent.toLowerCase().startsWith(key.toLowerCase());
    return [...items.slice(from + 1), ...items].find(begins);
  }

  /** Walk in the menu, or leave it. */
  onMenuKey(event) {
    const from = this.opener;
    if (event.key === "Escape" || event.key === "Tab") {
      this.close();
      from.focus(); // Tab then goes on from the button
      if (event.key === "Escape") event.preventDefault();
      return;
    }
    const item = this.itemFor(event.key, this.items.indexOf(document.activeElement));
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation(); // letters are shortcuts of the page as well
    item.focus();
  }
}

const copyParts = ["link[rel=canonical]", ".md-content", "template#copy-link"].map(one => document.querySelector(one));
if (copyParts.every(Boolean)) new CopyLinks(copyParts[1], copyParts[0].href.split("#")[0], copyParts[2]);
