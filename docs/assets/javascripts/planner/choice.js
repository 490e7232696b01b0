/* What the reader chose, from the page's address and into it: a plan is a link. Draws nothing, never throws. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  const SEE = ["must", "should", "new"];
  /** Longer is no version, and a search longer than this finds nothing. */
  const LONGEST = { version: 20, search: 100 };
  const VERSION = /^\d{1,4}(\.\d{1,4}){0,3}[a-z]{0,2}$/i;

  /** "Django 3.2.12" and "v3.2.12" are 3.2.12. */
  function versionIn(text) {
    return text.trim().replace(/^(django[\s=]*|v)/i, "").slice(0, LONGEST.version);
  }

  /** Versions by product. What is no version becomes a sentence in `problems`. */
  function productsIn(query, products, problems) {
    const found = {};
    products.forEach(product => {
      const version = (query.get(product.toLowerCase()) || "").trim().slice(0, LONGEST.version);
      if (!version) return;
      if (VERSION.test(version)) found[product] = version;
      else problems.push(say("noVersion", { version, product }));
    });
    return found;
  }

  /** The feature release of a Python; empty for any. */
  function pythonIn(query, pythons, problems) {
    const version = (query.get("python") || "").trim().slice(0, LONGEST.version);
    const minor = version.split(".").slice(0, 2).join(".");
    if (!version || pythons.includes(minor)) return minor;
    problems.push(say("noPython", { version }));
    return "";
  }

  /** The areas that are left out, each in the order of the form. */
  function areasIn(query, areas) {
    const named = query.getAll("without").join(",").split(",");
    return areas.filter(area => named.includes(area));
  }

  /** known: {areas, products, pythons}: lists of words. defaults: {from, to}. */
  function read(search, known, defaults) {
    const query = new URLSearchParams(search), problems = [];
    const from = versionIn(query.get("from") || "") || defaults.from;
    return {
      from,
      to: versionIn(query.get("to") || "") || defaults.to(from),
      see: SEE.includes(query.get("see")) ? query.get("see") : "should",
      without: areasIn(query, known.areas),
      python: pythonIn(query, known.pythons, problems),
      products: productsIn(query, known.products, problems),
      today: query.get("today") === "1",
      q: (query.get("q") || "").slice(0, LONGEST.search),
      problems
    };
  }

  /** The query of a choice, "?" included; what is as usual is left out. */
  function write(choice) {
    const query = new URLSearchParams({ from: choice.from, to: choice.to });
    if (choice.see !== "should") query.set("see", choice.see);
    if (choice.without.length) query.set("without", choice.without.join(","));
    if (choice.python) query.set("python", choice.python);
    Object.entries(choice.products).forEach(([product, version]) => { query.set(product.toLowerCase(), version); });
    if (choice.today) query.set("today", "1");
    if (choice.q) query.set("q", choice.q);
    return `?${query.toString().replace(/%2C/g, ",")}`;
  }

  /** Where to go by default, which the data say for each release. */
  function goalFrom(from, model) {
    const found = model.versions.get(from);
    return found ? model.releases.get(found.release).goal : model.names[model.names.length - 1];
  }

  planner.choice = { read, write, goalFrom };
})(window.atlasPlanner = window.atlasPlanner || {});
