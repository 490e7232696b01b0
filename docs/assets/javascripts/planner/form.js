/* The form above the plan: it shows a choice, and gives the query of what the reader sets. */
(function (planner) {
  "use strict";

  function form() {
    return document.getElementById("plan-form");
  }

  function areaBoxes() {
    return Array.from(form().querySelectorAll("[data-area]"));
  }

  function productFields() {
    return Array.from(form().querySelectorAll("[data-product]"));
  }

  /** Select a value; a version that is no option (a goal such as 4.1.7) becomes one, an unknown one shows nothing. */
  function select(field, value, isKnown) {
    field.value = value;
    if (field.value === value || !isKnown) return;
    field.append(new Option(value, value, false, true));
  }

  function stateOf(choice) {
    var boxes = areaBoxes().length, used = boxes - choice.without.length;
    var parts = [used === boxes ? "all of Django" : used + " of " + boxes + " parts of Django"];
    if (choice.see !== "should") parts.push(choice.see === "must" ? "only what must be done" : "new features too");
    parts.push(choice.python ? "Python " + choice.python : "any Python");
    var products = Object.keys(choice.products).map(function (name) { return name + " " + choice.products[name]; });
    return parts.concat(products.length ? products : "any database").join(", ");
  }

  function fill(choice, model) {
    var fields = form().elements;
    select(fields.from, choice.from, model.patches.has(choice.from));
    select(fields.to, choice.to, model.patches.has(choice.to));
    fields.see.value = choice.see;
    fields.python.value = choice.python;
    productFields().forEach(function (field) {
      if (field !== document.activeElement) field.value = choice.products[field.dataset.product] || "";
    });
    areaBoxes().forEach(function (box) { box.checked = !choice.without.includes(box.dataset.area); });
    document.getElementById("plan-more-state").textContent = stateOf(choice);
  }

  /** The query that says what the form shows. before: the choice until now, for what the form cannot show. */
  function query(before) {
    var asked = new URLSearchParams(new FormData(form()));
    if (!asked.get("from")) asked.set("from", before.from);
    if (!asked.get("to")) asked.set("to", before.to);
    asked.set("without", areaBoxes().filter(function (box) { return !box.checked; })
      .map(function (box) { return box.dataset.area; }).join(","));
    asked.set("q", document.getElementById("plan-find").value);
    asked.set("today", document.getElementById("plan-today").checked ? "1" : "");
    return asked.toString();
  }

  function checkAll(checked) {
    areaBoxes().forEach(function (box) { box.checked = checked; });
  }

  /** What words a query may hold: those of the form. */
  function known() {
    return {
      areas: areaBoxes().map(function (box) { return box.dataset.area; }),
      products: productFields().map(function (field) { return field.dataset.product; }),
      pythons: Array.from(form().elements.python.options).map(function (option) { return option.value; }).filter(Boolean)
    };
  }

  planner.form = { element: form, fill: fill, query: query, checkAll: checkAll, known: known };
})(window.atlasPlanner = window.atlasPlanner || {});
