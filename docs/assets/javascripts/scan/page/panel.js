/* "Scan my project": picks a folder, shows how far the scan is, says what it found, and tells the planner.
 *
 * Events and their details: `atlas:scanned`, `atlas:scan-cleared` go out, `atlas:range` comes in. The worker holds the
 * project's texts, so that another range needs no other pick. Needs start-worker.js, files.js and
 * result.js.
 */
(function () {
  "use strict";

  var scan = window.atlasScan;
  /** Files handed to the worker at a time: each costs the page half a millisecond. */
  var PORTION = 20;

  /** A panel: its elements by their class names, and where it stands. */
  function Panel(root) {
    this.root = root;
    this.worker = null;
    this.run = 0;
    this.rows = [];
    /** Whether the worker has the texts of this run. */
    this.held = false;
  }

  Panel.prototype.part = function (name) {
    return this.root.querySelector(".scan-" + name);
  };

  Panel.prototype.say = function (text) {
    this.part("status").textContent = text;
  };

  /** Load what the scan needs, once, when the panel is opened: after a pick nothing is loaded any more. */
  Panel.prototype.open = function () {
    var panel = this;
    if (panel.worker || panel.loading) return;
    panel.loading = true;
    panel.say("Loading the scanner …");
    scan.start(panel.root.dataset, function (message) {
      panel.receive(message);
    }, function (worker) {
      panel.worker = worker;
    });
  };

  Panel.prototype.enable = function (enabled) {
    this.root.querySelectorAll("input[type=file]").forEach(function (input) { input.disabled = !enabled; });
  };

  /** Show the bar and the button to stop, or neither. */
  Panel.prototype.busy = function (busy) {
    this.part("work").hidden = !busy;
    this.root.setAttribute("aria-busy", String(busy));
  };

  Panel.prototype.progress = function (word, done, total) {
    var bar = this.part("bar");
    bar.max = total || 1;
    bar.value = done;
    this.part("step").textContent = word + " " + done.toLocaleString("en") + " of " + scan.count(total, "file");
  };

  /** Begin with a project. rows: paths and files. */
  Panel.prototype.begin = function (rows) {
    var panel = this;
    panel.rows = rows;
    panel.held = false;
    panel.busy(true);
    panel.progress("Looking through", 0, rows.length);
    panel.inPortions(rows.length, function (from, to, last) {
      var paths = rows.slice(from, to).map(function (row) { return row[0]; });
      panel.worker.postMessage({ type: "paths", run: panel.run, paths: paths, last: last });
    }, 5000);
  };

  /** Send something in portions, each in a turn of its own. */
  Panel.prototype.inPortions = function (total, send, size) {
    var run = this.run, panel = this, portions = Math.max(1, Math.ceil(total / size));
    scan.inSlices(portions, function (number) {
      if (run === panel.run) send(number * size, Math.min(total, (number + 1) * size), number === portions - 1);
    }, function () {});
  };

  /** Stop, and forget the project; the planner is told if it knew of one. */
  Panel.prototype.clear = function (text) {
    this.run += 1;
    this.rows = [];
    this.held = false;
    this.worker.postMessage({ type: "forget", run: this.run });
    this.busy(false);
    scan.showNothing(this.root, text);
    document.dispatchEvent(new CustomEvent("atlas:scan-cleared"));
  };

  /** Scan what the worker holds for the range that the planner shows. */
  Panel.prototype.scan = function () {
    var range = window.atlasPlanner && window.atlasPlanner.range && window.atlasPlanner.range();
    if (!this.held) return;
    if (!range || !range.from || !range.to) {
      this.busy(false);
      this.say("Choose above where you are and where you go; your files wait here.");
      return;
    }
    this.busy(true);
    this.worker.postMessage({ type: "scan", run: this.run, from: range.from, to: range.to });
  };

  /** What to do with each type of message from the worker. */
  var RECEIVERS = {
    ready: function (panel) {
      panel.enable(true);
      panel.say("");
    },
    wanted: function (panel, message) {
      var rows = message.wanted.map(function (number) { return panel.rows[number]; });
      panel.rows = [];
      if (!rows.length) {
        panel.clear("Nothing here is Python or a template. Choose the folder that holds your project.");
        return;
      }
      panel.left = Math.ceil(rows.length / PORTION);
      panel.inPortions(rows.length, function (from, to) {
        var files = rows.slice(from, to);
        panel.worker.postMessage({ type: "files", run: panel.run, files: files, done: from, total: rows.length });
      }, PORTION);
    },
    taken: function (panel) {
      panel.left -= 1;
      if (panel.left) return;
      panel.held = true;
      panel.scan();
    },
    progress: function (panel, message) {
      panel.progress(message.word, message.done, message.total);
    },
    result: function (panel, message) {
      panel.busy(false);
      scan.showResult(panel.root, message);
      var detail = { hits: message.hits, files: message.files, unread: message.unread, proposals: message.proposals };
      document.dispatchEvent(new CustomEvent("atlas:scanned", { detail: detail }));
    },
    failed: function (panel, message) {
      panel.busy(false);
      panel.say("The scan failed: " + message.message + ".");
    }
  };

  Panel.prototype.receive = function (message) {
    var old = message.run !== undefined && message.run !== this.run;
    if (!old) RECEIVERS[message.type](this, message);
  };

  /** A new project takes the place of the one before, whatever that one was doing. */
  Panel.prototype.take = function (rowsFrom, source) {
    var panel = this, run = ++panel.run;
    scan.showNothing(panel.root, "");
    panel.busy(true);
    panel.progress("Looking through", 0, 0);
    rowsFrom(source, function (rows) {
      if (run === panel.run) panel.begin(rows);
    });
  };

  Panel.prototype.listen = function () {
    var panel = this, box = panel.part("box");
    box.addEventListener("toggle", function () {
      if (box.open) panel.open();
    });
    panel.root.addEventListener("change", function (event) {
      if (event.target.files && event.target.files.length) panel.take(scan.picked, event.target);
    });
    panel.root.addEventListener("dragover", function (event) {
      if (!panel.worker) return;
      event.preventDefault();
      panel.root.classList.add("scan--over");
    });
    panel.root.addEventListener("dragleave", function () {
      panel.root.classList.remove("scan--over");
    });
    panel.root.addEventListener("drop", function (event) {
      panel.root.classList.remove("scan--over");
      if (!panel.worker) return;
      event.preventDefault();
      panel.take(scan.dropped, event.dataTransfer);
    });
    panel.part("stop").addEventListener("click", function () { panel.clear("Stopped. Nothing is kept."); });
    panel.part("forget").addEventListener("click", function () { panel.clear("The result is gone."); });
    document.addEventListener("atlas:range", function () { panel.scan(); });
  };

  var root = document.getElementById("planner-scan");
  if (!root) return;
  new Panel(root.querySelector(".scan")).listen();
  // Some phones know no folders.
  root.querySelector("[webkitdirectory]").parentElement.hidden = !("webkitdirectory" in HTMLInputElement.prototype);
  root.hidden = false;
})();
