/* What the scan panel says about a result: how much was held against how much, and what could not be read. */
(function () {
  "use strict";

  var scan = window.atlasScan = window.atlasScan || {};

  function part(root, name) {
    return root.querySelector(".scan-" + name);
  }

  /** `1 file`, `2,500 files`. */
  scan.count = function (number, noun) {
    return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
  };

  function summary(result) {
    var changes = new Set(result.hits.map(function (hit) { return hit.change; })).size;
    var found = result.hits.length
      ? scan.count(changes, "change") + " met in " + scan.count(result.hits.length, "place")
      : "nothing found";
    return scan.count(result.files, "file") + " held against the rules of " + scan.count(result.changes, "change") +
      " from " + result.from + " to " + result.to + ": " + found + ".";
  }

  function rowOf(item) {
    var row = document.createElement("li"), path = document.createElement("code");
    path.textContent = item.path;
    row.append(path, ": " + item.reason);
    return row;
  }

  /** Show what belongs to a result; the sentence goes to where a screen reader hears it. */
  scan.showResult = function (root, result) {
    var unread = part(root, "unread"), list = unread.querySelector("ul");
    part(root, "status").textContent = summary(result);
    part(root, "result").hidden = false;
    unread.hidden = !result.unread.length;
    unread.querySelector("summary").textContent = scan.count(result.unread.length, "file") + " could not be read";
    list.replaceChildren.apply(list, result.unread.map(rowOf));
  };

  /** Show a sentence in the place of a result. */
  scan.showNothing = function (root, text) {
    part(root, "status").textContent = text;
    part(root, "result").hidden = true;
  };
})();
