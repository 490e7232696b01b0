/* The page before anything is chosen: it waits for a release, from the form or from the reader's own files. */
(/** @param {any} planner */ planner => {
  "use strict";

  /** The release or version of the form that a declared version means; empty where the form has none. */
  function known(version, field) {
    const names = [...field.options].map(option => option.value), release = version.split(".").slice(0, 2).join(".");
    return [version, release].find(name => name && names.includes(name)) || "";
  }

  /** Put what files declare into the form; whether it names a release. declared: see declared-versions.js. */
  function fill(declared) {
    const { elements } = planner.form.element(), products = Object.entries(declared.products || {});
    if (!elements.from.value) elements.from.value = known(declared.django || "", elements.from);
    if (!elements.python.value) elements.python.value = known(declared.python || "", elements.python);
    products.forEach(([product, version]) => {
      const field = elements[product.toLowerCase()];
      if (field && !field.value) field.value = version;
    });
    (declared.without || []).forEach(area => {
      const box = /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-area="${area}"]`));
      if (box) box.checked = false;
    });
    return Boolean(elements.from.value);
  }

  /** Where the address names a goal alone, the form shows it. */
  function showGoal() {
    const goal = new URLSearchParams(location.search).get("to"), field = planner.form.element().elements.to;
    if (goal && [...field.options].some(option => option.value === goal)) field.value = goal;
  }

  /** Wait for a choice, then read the data and go on. begin: what to do with the query of the form. */
  function wait(begin) {
    const form = planner.form.element(), place = document.getElementById("plan-empty");
    let asked = false;
    const load = () => {
      if (asked) return;
      asked = true;
      atlasPlanData.load(() => {
        stop.abort();
        begin(`?${planner.form.query({ from: "", to: "" })}`);
      }, () => {
        asked = false;
        place.textContent = place.dataset.failed;
      });
    };
    const stop = new AbortController(), { signal } = stop;
    const chosen = () => { if (form.elements.from.value) load(); };
    form.addEventListener("change", chosen, { signal });
    form.addEventListener("submit", event => {
      event.preventDefault();
      chosen();
    }, { signal });
    document.addEventListener("atlas:declared", event => {
      planner.declared = /** @type {any} */ (event).detail;
      if (fill(planner.declared)) load();
    }, { signal });
    showGoal();
    place.hidden = false;
  }

  planner.waiting = { wait, fill };
})(window.atlasPlanner = window.atlasPlanner || {});
