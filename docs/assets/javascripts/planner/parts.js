/* Small parts of the drawn plan. Whatever comes from data or from the reader becomes text, never HTML. */
(/** @param {any} planner */ planner => {
  "use strict";

  let saying = 0;

  /** An element with attributes (null ones are left out) and children: elements and text. */
  function make(tag, attributes = {}, children = []) {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== null) element.setAttribute(name, value);
    });
    element.append(...children.filter(child => child !== null));
    return element;
  }

  /** Text with `backquotes` as elements. */
  function code(text) {
    return text.split("`").map((part, place) => (place % 2 ? make("code", {}, [part]) : part));
  }

  /** A button that does something. */
  function button(label, attributes, action) {
    const made = make("button", { type: "button", class: "plan-button", ...attributes }, [label]);
    made.addEventListener("click", action);
    return made;
  }

  /** A mark beside a title. */
  function badge(words, kind) {
    return make("span", { class: `badge ${kind}` }, [words]);
  }

  /** A release's support as the page has it for the day of its build; support.js words it by the reader's clock. */
  function support(release) {
    const drawn = document.getElementById("plan-support").content.querySelector(`[data-release="${release}"]`);
    return drawn.cloneNode(true);
  }

  /** An id as a part of an address. */
  function slug(id) {
    return id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  }

  /** The id of a hop on the page, by the release that it leads to. Links that people keep end in it. */
  function hopId(release) {
    return release === "pending" ? "stop-later" : `stop-${slug(release)}`;
  }

  /** Say something to screen readers; the same words twice are said twice. */
  function announce(text) {
    const status = document.getElementById("plan-status");
    status.textContent = "";
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = text; }, 50);
  }

  planner.parts = { make, code, button, badge, support, slug, hopId, announce };
})(window.atlasPlanner = window.atlasPlanner || {});
