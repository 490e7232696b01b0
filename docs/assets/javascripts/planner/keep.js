/* Saving ticks and notes to a file and loading them from one. */
(function (planner) {
  "use strict";

  var words = planner.words;

  function save(desk) {
    var name = "django-upgrade-" + atlasDays.today() + ".json";
    planner.files.save(name, "application/json", planner.progress.write(desk.store.entries));
    desk.tell("Saved " + words.counted(desk.store.entries.size, "tick or note", "ticks and notes") + " as " + name + ".");
  }

  /** Take over what a file holds; a sentence about it. */
  function take(text, desk) {
    var read = planner.progress.parse(text, desk.model.moved);
    if (read.sentence) return read.sentence;
    desk.store.merge(read.entries);
    var unknown = Array.from(read.entries.keys()).filter(function (id) {
      return /^\d/.test(id) && !desk.model.byId.has(id);
    }).length;
    return "Loaded " + words.counted(read.entries.size, "tick or note", "ticks and notes") + "."
      + (unknown ? " " + words.counted(unknown, "change") + " among them this copy of the site does not know." : "");
  }

  function load(file, desk) {
    file.text().then(function (text) {
      var said = take(text, desk);
      desk.redraw();
      desk.tell(said);
    }, function () {
      desk.tell("The browser could not read this file.");
    });
  }

  function begin(desk) {
    var field = document.getElementById("plan-file");
    document.getElementById("plan-save").addEventListener("click", function () { save(desk); });
    document.getElementById("plan-load").addEventListener("click", function () { field.click(); });
    field.addEventListener("change", function () {
      if (field.files[0]) load(field.files[0], desk);
      field.value = "";
    });
  }

  planner.keep = { begin: begin, take: take };
})(window.atlasPlanner = window.atlasPlanner || {});
