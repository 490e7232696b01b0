/* What a scan of the reader's code says (event `atlas:scanned`): where steps were found, and versions that it proposes. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { make } = planner.parts;
  const { say } = planner.words;

  /** A value that should be a text; empty for any other. */
  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /** A value that should be a list, without its empty items. */
  function list(value) {
    return Array.isArray(value) ? value.filter(Boolean) : [];
  }

  /** Places by id of change, each as `path:line`; lines: gets the line of code of each place. */
  function hitsOf(detail, lines = new Map()) {
    const hits = new Map();
    list(detail && detail.hits).forEach(hit => {
      const places = hits.get(hit.change) || [], place = `${text(hit.path)}:${Number(hit.line)}`;
      if (!places.includes(place)) places.push(place);
      hits.set(hit.change, places);
      lines.set(place, text(hit.source).trim());
    });
    return hits;
  }

  /** A sentence such as "requirements.txt:3 says Django 3.2.12." with a button. */
  function proposal(sources, what, label, action) {
    const said = sources.length
      ? say("says", { n: sources.length, sources: sources.join(", "), what })
      : say("projectSays", { what });
    return make("p", {}, [`${said} `, planner.parts.button(label, {}, action)]);
  }

  /** How the steps of a plan and the reader's code meet; null before a scan. */
  function summary(steps, state) {
    if (!state.scanned) return null;
    const changes = steps.filter(step => step.change);
    const found = changes.filter(step => state.hits.has(step.id)).length, absent = changes.filter(step => step.absent).length;
    return make("p", { class: "plan-scanned" }, [say("inYourCode", {
      found: say("foundChanges", { n: found }), absent: say("absentChanges", { n: absent }), hand: changes.length - found - absent
    })]);
  }

  /** Plan from another version or with another Python. */
  function take(state, changes) {
    const before = state.choice;
    state.choice = state.read(planner.choice.write({ ...before, ...changes }));
    if (changes.from) planner.states.remember(state.choice.from, state.model);
    state.draw(null);
    state.address("pushState");
    state.announce(before);
    propose(state);
  }

  /** Where the form has its values from, if the reader's files filled it. */
  function filled() {
    const sources = list(planner.declared && planner.declared.sources).map(text).filter(Boolean);
    return sources.length ? [make("p", {}, [say("filledFrom", { sources: sources.join(", ") })])] : [];
  }

  /** Offer the versions that the project's own files name. */
  function propose(state) {
    const place = document.getElementById("plan-proposals"), drawn = [];
    const offered = (state.scanned && state.scanned.proposals) || {}, sources = list(offered.sources).map(text).filter(Boolean);
    const django = text(offered.django), python = text(offered.python);
    if (django && django !== state.choice.from) {
      const start = say("startFrom", { version: django });
      drawn.push(proposal(sources, say("release", { version: django }), start, () => { take(state, { from: django }); }));
    }
    if (python && python !== state.choice.python) {
      const what = say("productAt", { product: "Python", version: python });
      drawn.push(proposal(sources, what, say("usePython", { version: python }), () => { take(state, { python }); }));
    }
    if (!drawn.length) drawn.push(...filled());
    place.replaceChildren(...drawn);
    place.hidden = !drawn.length;
  }

  /** A scan ended, or its result was dropped (null). */
  function scanned(state, detail) {
    state.scanned = detail;
    state.lines = new Map();
    state.hits = hitsOf(detail, state.lines);
    propose(state);
    state.redraw();
  }

  /** The rows of packages that a declaration has; nothing of another shape. */
  function packagesIn(declared) {
    return list(declared && declared.packages).filter(one => text(one.name) && text(one.place))
      .map(one => ({ name: one.name, version: text(one.version), exact: Boolean(one.exact && text(one.version)), place: one.place }));
  }

  /** What steps cannot tell of: packages that were not run, and those that no file pins. */
  function packages(state) {
    if (!state.packages.length) return null;
    const { run, open, never } = planner.packageSteps.unknown(state.packages);
    const lines = [
      never.length && say("packagesNever", { n: never.length, names: never.join(", ") }),
      open.length && say("packagesOpen", { n: open.length, names: open.join(", ") })
    ].filter(Boolean);
    return make("details", { class: "plan-packages" }, [
      make("summary", {}, [say("packagesRun", { n: run, all: state.packages.length })]),
      ...lines.map(line => make("p", {}, [line]))
    ]);
  }

  /** Follow what the scanner tells. */
  function listen(state) {
    state.packages = packagesIn(planner.declared);
    document.addEventListener("atlas:declared", event => { state.packages = packagesIn(/** @type {any} */ (event).detail); });
    document.addEventListener("atlas:scanned", event => { scanned(state, /** @type {any} */ (event).detail || {}); });
    document.addEventListener("atlas:scan-cleared", () => {
      state.packages = [];
      scanned(state, null);
    });
  }

  planner.found = { hitsOf, summary, packages, listen };
})(window.atlasPlanner = window.atlasPlanner || {});
