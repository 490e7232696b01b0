/* What two releases generate, compared line by line. Reads the files that the page carries as JSON.
 *
 * The differences of neighboring releases stand on the page without this script.
 */
(function () {
  "use strict";

  var CONTEXT = 3;
  var form = document.querySelector("form.compare");
  var result = document.querySelector(".compare-result");
  var data = document.getElementById("project-files");
  if (!form || !result || !data) return;
  var files = JSON.parse(data.textContent);

  /** The lines of a text; none for a file that is not there. */
  function lines(text) {
    return text ? text.replace(/\n$/, "").split("\n") : [];
  }

  /** How many lines two texts have in common from each pair of places on: the table of the longest one. */
  function lengths(before, after) {
    var table = [];
    for (var i = before.length; i >= 0; i--) {
      table[i] = [];
      for (var j = after.length; j >= 0; j--) {
        if (i === before.length || j === after.length) table[i][j] = 0;
        else if (before[i] === after[j]) table[i][j] = table[i + 1][j + 1] + 1;
        else table[i][j] = Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    return table;
  }

  /** Every line of both texts in order, each with its sign: " ", "-" or "+". */
  function edits(before, after) {
    var table = lengths(before, after), found = [], i = 0, j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i] === after[j]) {
        found.push({ sign: " ", text: before[i] });
        i++;
        j++;
      } else if (j === after.length || (i < before.length && table[i + 1][j] >= table[i][j + 1])) {
        found.push({ sign: "-", text: before[i++] });
      } else {
        found.push({ sign: "+", text: after[j++] });
      }
    }
    return found;
  }

  /** The edits without what is far from any change; a gap is left as one line with the sign "@". */
  function shortened(all) {
    var found = [];
    all.forEach(function (one, place) {
      var near = all.slice(Math.max(0, place - CONTEXT), place + CONTEXT + 1).some(function (other) {
        return other.sign !== " ";
      });
      if (near) found.push(one);
      else if (!found.length || found[found.length - 1].sign !== "@") found.push({ sign: "@", text: "" });
    });
    return found;
  }

  var CLASSES = { "+": "gi", "-": "gd", "@": "gu", " ": "w" };

  /** One file's block, as the static ones on the page look. */
  function block(title, shown) {
    var box = document.createElement("div"), name = document.createElement("span");
    var pre = document.createElement("pre"), code = document.createElement("code");
    box.className = "language-diff highlight";
    name.className = "filename";
    name.textContent = title;
    shown.forEach(function (one) {
      var line = document.createElement("span");
      line.className = CLASSES[one.sign];
      line.textContent = (one.sign === "@" ? "⋯" : one.sign + one.text) + "\n";
      code.append(line);
    });
    pre.tabIndex = 0;
    pre.append(code);
    box.append(name, pre);
    return box;
  }

  function say(text) {
    var paragraph = document.createElement("p");
    paragraph.textContent = text;
    result.append(paragraph);
  }

  function draw() {
    var from = form.elements.from.value, to = form.elements.to.value;
    var changed = Object.keys(files).filter(function (path) { return files[path][from] !== files[path][to]; });
    result.textContent = "";
    if (!changed.length) say("Django " + from + " and " + to + " generate the same files.");
    changed.forEach(function (path) {
      var before = files[path][from], after = files[path][to];
      var state = before === undefined ? " (new)" : after === undefined ? " (gone)" : "";
      result.append(block(path + state, shortened(edits(lines(before), lines(after)))));
    });
  }

  /** `?from=3.2&to=4.2`, or the reader's own release. */
  function start() {
    var asked = new URLSearchParams(location.search), own = null;
    try {
      own = localStorage.getItem("atlas.from");
    } catch (error) {
      own = null; // storage is switched off
    }
    choose("from", asked.get("from") || own);
    choose("to", asked.get("to"));
  }

  /** Choose a release, if it is one of those on offer. */
  function choose(name, release) {
    Array.prototype.forEach.call(form.elements[name].options, function (option) {
      if (option.value === release) option.selected = true;
    });
  }

  form.addEventListener("change", draw);
  start();
  form.hidden = false;
  draw();
})();
