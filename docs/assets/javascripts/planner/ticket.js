/* The window "Copy for a ticket": a part of the plan as text, shown before it is copied. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  /** What the window is about: {part, state}. */
  let now = null;

  /** The window and its parts. */
  function elements() {
    const dialog = document.getElementById("plan-ticket"), form = dialog.querySelector("form");
    return { dialog, form, fields: form.elements, said: form.querySelector(".ticket__said") };
  }

  /** The format that is chosen. */
  function formatOf(fields) {
    return planner.formats[fields.format.value];
  }

  /** Write the list into the window. */
  function fill() {
    const { fields, said } = elements();
    const without = { done: fields.open.checked, absent: fields.absent.checked };
    const list = planner.checklist(now.state.plan, now.part, now.state, without);
    fields.text.value = formatOf(fields).write(list);
    said.textContent = "";
  }

  /** Copy what is shown, or select it for the reader to copy. */
  function copy() {
    const { fields, said } = elements();
    window.atlasClipboard.copy(fields.text.value).then(done => {
      if (!done) fields.text.select();
      said.textContent = say(done ? "copied" : "copyYourself");
    });
  }

  /** Hand the reader what is shown as a file. */
  function save() {
    const { fields, said } = elements(), { plan } = now.state, format = formatOf(fields);
    const stem = ["django", plan.from, "to", plan.to].concat(now.part.hop || []).join("-"), name = `${stem}.${format.ending}`;
    planner.files.save(name, format.type, fields.text.value);
    said.textContent = say("savedAs", { name });
  }

  /** Listen to the window's buttons and boxes. */
  function begin() {
    const { form } = elements();
    form.addEventListener("change", event => { if (event.target.name !== "text") fill(); });
    form.querySelector("[data-copy]").addEventListener("click", copy);
    form.querySelector("[data-save]").addEventListener("click", save);
  }

  /** Show a part of the plan: {} for all of it, {hop}, or {hop, group}. */
  function open(part, state) {
    const { dialog, fields } = elements();
    now = { part, state };
    fields.absent.closest("label").hidden = !state.scanned;
    fields.absent.checked = Boolean(state.scanned);
    fill();
    dialog.showModal();
  }

  planner.ticket = { begin, open };
})(window.atlasPlanner = window.atlasPlanner || {});
