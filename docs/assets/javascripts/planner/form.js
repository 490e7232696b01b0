/* The form above the plan: it shows a choice, and gives the query of what the reader sets. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** @returns {HTMLFormElement} the form of the page */
  function element() {
    return document.getElementById("plan-form");
  }

  /** The boxes of the parts of Django. */
  function areaBoxes() {
    return [...element().querySelectorAll("[data-area]")];
  }

  /** The fields for versions of databases and libraries. */
  function productFields() {
    return [...element().querySelectorAll("[data-product]")];
  }

  /** Select a value; a version that is no option (a goal such as 4.1.7) becomes one, an unknown one shows nothing. */
  function select(field, value, isKnown) {
    field.value = value;
    if (field.value === value || !isKnown) return;
    field.append(new Option(value, value, false, true));
  }

  /** The choice in a few words, for the summary of what is folded. */
  function stateOf(choice) {
    const all = areaBoxes().length, some = all - choice.without.length;
    const parts = [some === all ? say("allAreas") : say("someAreas", { some, all })];
    if (choice.see !== "should") parts.push(say(choice.see === "must" ? "onlyMust" : "alsoNew"));
    parts.push(choice.python ? say("productAt", { product: "Python", version: choice.python }) : say("anyPython"));
    const products = Object.entries(choice.products).map(([product, version]) => say("productAt", { product, version }));
    return parts.concat(products.length ? products : say("anyDatabase")).join(", ");
  }

  /** Show a choice. */
  function fill(choice, model) {
    const fields = element().elements;
    select(fields.from, choice.from, model.versions.has(choice.from));
    select(fields.to, choice.to, model.versions.has(choice.to));
    fields.see.value = choice.see;
    fields.python.value = choice.python;
    productFields().forEach(field => {
      if (field !== document.activeElement) field.value = choice.products[field.dataset.product] || "";
    });
    areaBoxes().forEach(box => { box.checked = !choice.without.includes(box.dataset.area); });
    document.getElementById("plan-more-state").textContent = stateOf(choice);
  }

  /** The query that says what the form shows. before: the choice until now, for what the form cannot show. */
  function query(before) {
    const asked = new URLSearchParams(/** @type {any} */ (new FormData(element())));
    if (!asked.get("from")) asked.set("from", before.from);
    if (!asked.get("to")) asked.set("to", before.to);
    asked.set("without", areaBoxes().filter(box => !box.checked).map(box => box.dataset.area).join(","));
    asked.set("q", document.getElementById("plan-find").value);
    asked.set("today", document.getElementById("plan-today").checked ? "1" : "");
    return asked.toString();
  }

  /** Tick all parts of Django, or none. */
  function checkAll(checked) {
    areaBoxes().forEach(box => { box.checked = checked; });
  }

  /** What words a query may hold: those of the form. */
  function known() {
    return {
      areas: areaBoxes().map(box => box.dataset.area),
      products: productFields().map(field => field.dataset.product),
      pythons: [...element().elements.python.options].map(option => option.value).filter(Boolean)
    };
  }

  planner.form = { element, fill, query, checkAll, known };
})(window.atlasPlanner = window.atlasPlanner || {});
