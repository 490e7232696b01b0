/* Small parts of the drawn plan. Whatever comes from data or from the reader becomes text, never HTML. */
(function (planner) {
  "use strict";

  /** An element with attributes (null ones are left out) and children: elements and text. */
  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (attributes[name] !== null) element.setAttribute(name, attributes[name]);
    });
    element.append.apply(element, (children || []).filter(function (child) { return child !== null; }));
    return element;
  }

  /** Text with `backquotes` as elements. */
  function code(text) {
    return text.split("`").map(function (part, place) {
      return place % 2 ? make("code", {}, [part]) : part;
    });
  }

  function button(label, attributes, action) {
    var made = make("button", Object.assign({ type: "button", class: "plan-button" }, attributes), [label]);
    made.addEventListener("click", action);
    return made;
  }

  function badge(words, kind) {
    return make("span", { class: "badge " + kind }, [words]);
  }

  /** A release's support, which support.js words by the reader's clock. */
  function support(name, release) {
    return make("span", {
      class: "support", "data-release": name, "data-released": release.date,
      "data-bug-fixes-end": release.bugFixesEnd, "data-security-fixes-end": release.securityFixesEnd
    }, [make("span", { class: "status" }), " ", make("span", { class: "support-when" })]);
  }

  function slug(id) {
    return id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  }

  /** The id of a stop on the page, by its release. */
  function stopId(release) {
    return release === "pending" ? "stop-later" : "stop-" + slug(release);
  }

  /** Say something to screen readers; the same words twice are said twice. */
  function say(text) {
    var status = document.getElementById("plan-status");
    status.textContent = "";
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { status.textContent = text; }, 50);
  }

  planner.parts = {
    make: make, code: code, button: button, badge: badge, support: support, slug: slug,
    stopId: stopId, say: say
  };
})(window.atlasPlanner = window.atlasPlanner || {});
