/* The window "Copy for a ticket": a part of the plan as text, shown before it is copied. */
(function (planner) {
  "use strict";

  var now = null;

  function elements() {
    var dialog = document.getElementById("plan-ticket"), form = dialog.querySelector("form");
    return { dialog: dialog, form: form, fields: form.elements, said: form.querySelector(".ticket__said") };
  }

  function formatOf(fields) {
    return planner.formats[fields.format.value];
  }

  function fill() {
    var found = elements();
    var without = { done: found.fields.open.checked, absent: found.fields.absent.checked };
    var list = planner.words.checklist(now.desk.plan, now.part, now.desk, without);
    found.fields.text.value = formatOf(found.fields).write(list);
    found.said.textContent = "";
  }

  function copy() {
    var found = elements();
    window.atlasClipboard.copy(found.fields.text.value).then(function (done) {
      if (!done) found.fields.text.select();
      found.said.textContent = done ? "Copied." : "The browser does not let this page copy: the text is selected, copy it yourself.";
    });
  }

  function save() {
    var found = elements(), plan = now.desk.plan, format = formatOf(found.fields);
    var name = ["django", plan.from, "to", plan.to].concat(now.part.stop || []).join("-");
    planner.files.save(name + "." + format.ending, format.type, found.fields.text.value);
    found.said.textContent = "Saved as " + name + "." + format.ending + ".";
  }

  function begin() {
    var found = elements();
    found.form.addEventListener("change", function (event) { if (event.target.name !== "text") fill(); });
    found.form.querySelector("[data-copy]").addEventListener("click", copy);
    found.form.querySelector("[data-save]").addEventListener("click", save);
  }

  /** Show a part of the plan: {} for all of it, {stop}, or {stop, group}. */
  function open(part, desk) {
    now = { part: part, desk: desk };
    elements().fields.absent.closest("label").hidden = !desk.scanned;
    elements().fields.absent.checked = Boolean(desk.scanned);
    fill();
    elements().dialog.showModal();
  }

  planner.ticket = { begin: begin, open: open };
})(window.atlasPlanner = window.atlasPlanner || {});
