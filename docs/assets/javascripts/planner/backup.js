/* Saving ticks and notes to a file and loading them from one. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** Hand the reader all ticks and notes as a file. */
  function save(state) {
    const name = `django-upgrade-${atlasDays.today()}.json`;
    planner.files.save(name, "application/json", planner.progress.write(state.store.entries));
    state.tell(say("saved", { entries: say("entries", { n: state.store.entries.size }), name }));
  }

  /** Take over what a file holds; a sentence about it. */
  function take(text, state) {
    const read = planner.progress.parse(text, state.model.moved);
    if (read.sentence) return read.sentence;
    state.store.merge(read.entries);
    const unknown = [...read.entries.keys()].filter(id => /^\d/.test(id) && !state.model.byId.has(id)).length;
    const loaded = say("loaded", { entries: say("entries", { n: read.entries.size }) });
    return unknown ? `${loaded} ${say("unknownChanges", { n: unknown })}` : loaded;
  }

  /** Read a file that the reader chose, and say what came of it. */
  function load(file, state) {
    file.text().then(text => {
      const said = take(text, state);
      state.redraw();
      state.tell(said);
    }, () => { state.tell(say("unreadable")); });
  }

  /** Listen to the two buttons and the field behind one of them. */
  function begin(state) {
    const field = document.getElementById("plan-file");
    document.getElementById("plan-save").addEventListener("click", () => { save(state); });
    document.getElementById("plan-load").addEventListener("click", () => { field.click(); });
    field.addEventListener("change", () => {
      if (field.files[0]) load(field.files[0], state);
      field.value = "";
    });
  }

  planner.backup = { begin, take };
})(window.atlasPlanner = window.atlasPlanner || {});
