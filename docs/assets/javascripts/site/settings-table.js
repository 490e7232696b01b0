/* The table of all settings: filtered by name, and by what differs between two releases.
 *
 * The page is complete without this script; the form that it fills in is hidden until it runs.
 */
(function () {
  "use strict";

  var form = document.querySelector("form.settings-filter");
  var table = document.querySelector("table.settings-table");
  var count = document.querySelector(".settings-count");
  if (!form || !table || !count) return;
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var releases = table.dataset.releases.split(" ");

  /** Whether the defaults of two releases, by their places, are not the same. */
  function differs(row, from, to) {
    var numbers = row.dataset.defaults.split(" ");
    return numbers[from] !== numbers[to];
  }

  function draw() {
    var words = form.elements.name.value.trim().toUpperCase().replace(/[\s-]+/g, "_");
    var from = releases.indexOf(form.elements.from.value);
    var to = releases.indexOf(form.elements.to.value);
    var shown = rows.filter(function (row) {
      var fits = row.id.indexOf(words) !== -1 && (!form.elements.differ.checked || differs(row, from, to));
      row.hidden = !fits;
      return fits;
    });
    count.textContent = (shown.length === rows.length ? "" : shown.length + " of ") + rows.length + " settings.";
  }

  /** `?from=3.2&to=4.2` shows what differs between the two; otherwise the reader's own release is proposed. */
  function start() {
    var asked = new URLSearchParams(location.search);
    var own = null;
    try {
      own = localStorage.getItem("atlas.from");
    } catch (error) {
      own = null; // storage is switched off
    }
    ["from", "to"].forEach(function (name) {
      if (releases.indexOf(asked.get(name)) !== -1) {
        form.elements[name].value = asked.get(name);
        form.elements.differ.checked = true;
      } else if (name === "from" && releases.indexOf(own) !== -1) {
        form.elements.from.value = own;
      }
    });
  }

  /** A row that somebody follows a link to is shown whatever the filter says. */
  function showTarget() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.hidden) return;
    form.reset();
    draw();
    target.scrollIntoView();
  }

  form.addEventListener("input", draw);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.elements.from.addEventListener("change", function () { form.elements.differ.checked = true; draw(); });
  form.elements.to.addEventListener("change", function () { form.elements.differ.checked = true; draw(); });
  window.addEventListener("hashchange", showTarget);
  start();
  form.hidden = false;
  draw();
  showTarget();
})();
