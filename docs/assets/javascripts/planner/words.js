/* Sentences: each comes with the data, as a template. Draws nothing. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** A template with the values in place of the names in braces. */
  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /** A sentence by its name in the data; what depends on a number has a form for one and one for others, by `n`. */
  function say(name, values = {}) {
    const found = planner.data.words[name];
    if (found === undefined) throw new Error(`no sentence is named ${name}`);
    return fill(typeof found === "string" ? found : values.n === 1 ? found.one : found.other, values);
  }

  /** Text without the backquotes around code. */
  function plain(text) {
    return text.replace(/`/g, "");
  }

  planner.words = { fill, say, plain };
})(window.atlasPlanner = window.atlasPlanner || {});
