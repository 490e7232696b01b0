/* What the reader chose, from the page's address and into it: a plan is a link. Draws nothing, never throws. */
(function (planner) {
  "use strict";

  var SEE = ["must", "should", "new"];
  /** Longer is no version, and a search longer than this finds nothing. */
  var LONGEST = { version: 20, search: 100 };
  var VERSION = /^\d{1,4}(\.\d{1,4}){0,3}[a-z]{0,2}$/i;

  function quoted(text) {
    return "“" + text + "”";
  }

  /** "Django 3.2.12" and "v3.2.12" are 3.2.12. */
  function versionIn(text) {
    return text.trim().replace(/^(django[\s=]*|v)/i, "").slice(0, LONGEST.version);
  }

  function productsIn(query, products, problems) {
    var found = {};
    products.forEach(function (product) {
      var text = (query.get(product.toLowerCase()) || "").trim().slice(0, LONGEST.version);
      if (!text) return;
      if (VERSION.test(text)) found[product] = text;
      else problems.push(quoted(text) + " is no version of " + product + ": write it as 12 or 12.4.");
    });
    return found;
  }

  function pythonIn(query, pythons, problems) {
    var text = (query.get("python") || "").trim().slice(0, LONGEST.version);
    var minor = text.split(".").slice(0, 2).join(".");
    if (!text || pythons.includes(minor)) return minor;
    problems.push("No Django here runs on Python " + quoted(text) + ": the plan takes any Python.");
    return "";
  }

  function areasIn(query, areas) {
    var named = query.getAll("without").join(",").split(",");
    return areas.filter(function (area) { return named.includes(area); });
  }

  /** known: {areas, products, pythons}: lists of words. defaults: {from, to}. */
  function read(search, known, defaults) {
    var query = new URLSearchParams(search), problems = [];
    var from = versionIn(query.get("from") || "") || defaults.from;
    return {
      from: from,
      to: versionIn(query.get("to") || "") || defaults.to(from),
      see: SEE.includes(query.get("see")) ? query.get("see") : "should",
      without: areasIn(query, known.areas),
      python: pythonIn(query, known.pythons, problems),
      products: productsIn(query, known.products, problems),
      today: query.get("today") === "1",
      q: (query.get("q") || "").slice(0, LONGEST.search),
      problems: problems
    };
  }

  /** The query of a choice, "?" included; what is as usual is left out. */
  function write(choice) {
    var query = new URLSearchParams();
    query.set("from", choice.from);
    query.set("to", choice.to);
    if (choice.see !== "should") query.set("see", choice.see);
    if (choice.without.length) query.set("without", choice.without.join(","));
    if (choice.python) query.set("python", choice.python);
    Object.keys(choice.products).forEach(function (product) {
      query.set(product.toLowerCase(), choice.products[product]);
    });
    if (choice.today) query.set("today", "1");
    if (choice.q) query.set("q", choice.q);
    return "?" + query.toString().replace(/%2C/g, ",");
  }

  /** Where to go by default: the newest LTS release, or the newest release where that lies behind. */
  function goalFrom(from, model) {
    var lts = model.names.filter(function (name) { return model.releases.get(name).lts; }).pop();
    var newest = model.names[model.names.length - 1];
    return planner.way.noWay(from, lts, model) || planner.versions.featureRelease(from) === lts ? newest : lts;
  }

  planner.choice = { read: read, write: write, goalFrom: goalFrom };
})(window.atlasPlanner = window.atlasPlanner || {});
