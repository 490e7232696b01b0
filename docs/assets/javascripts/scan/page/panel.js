"use strict";

// "Scan my project": picks a folder, shows how far the scan is, says what it found, and tells the planner.
//
// Events and their details: `atlas:declared`, `atlas:scanned`, `atlas:scan-cleared` go out, `atlas:range` comes in. The worker holds the
// project's texts, so that another range needs no other pick. Needs files.js, result.js and, before it on the page,
// start-worker.js.

/** Files handed to the worker at a time: each costs the page half a millisecond. */
const FILES_AT_ONCE = 20;
/** Paths handed to the worker at a time. */
const PATHS_AT_ONCE = 5000;

/** A panel: its elements by their class names, and where it stands. */
class Panel {
  constructor(root) {
    this.root = root;
    this.worker = null;
    this.loading = false;
    this.run = 0;
    /** @type {Row[]} */
    this.rows = [];
    /** Whether the worker has the texts of this run. */
    this.held = false;
    /** Resolved when the worker can take files: somebody may drop them before. */
    this.ready = new Promise(resolve => {
      this.isReady = resolve;
    });
    /** Portions of files that the worker has not taken yet. */
    this.left = 0;
  }

  part(name) {
    return partOf(this.root, name);
  }

  say(text) {
    this.part("status").textContent = text;
  }

  /** Load what the scan needs, once, when the panel is opened: after a pick nothing is loaded any more. */
  open() {
    if (this.worker || this.loading) return;
    this.loading = true;
    this.say("Loading the scanner …");
    atlasScan.start(this.root.dataset, message => this.receive(message), worker => {
      this.worker = worker;
    });
  }

  enable(enabled) {
    this.root.querySelectorAll("input[type=file]").forEach(input => {
      input.disabled = !enabled;
    });
  }

  /** Show the bar and the button to stop, or neither. */
  busy(busy) {
    this.part("work").hidden = !busy;
    this.root.setAttribute("aria-busy", String(busy));
  }

  progress(word, done, total) {
    const bar = this.part("bar");
    bar.max = total || 1;
    bar.value = done;
    this.part("step").textContent = `${word} ${done.toLocaleString("en")} of ${counted(total, "file")}`;
  }

  /** Begin with a project. rows: paths and files. */
  begin(rows) {
    this.rows = rows;
    this.held = false;
    this.busy(true);
    this.progress("Looking through", 0, rows.length);
    this.inPortions(rows.length, PATHS_AT_ONCE, (from, to, last) => {
      const paths = rows.slice(from, to).map(([path]) => path);
      this.worker.postMessage({ type: "paths", run: this.run, paths, last });
    });
  }

  /** Send something in portions, each in a turn of its own. */
  inPortions(total, size, send) {
    const { run } = this, portions = Math.max(1, Math.ceil(total / size));
    inSlices(portions, number => {
      if (run === this.run) send(number * size, Math.min(total, (number + 1) * size), number === portions - 1);
    }, () => {});
  }

  /** Stop, and forget the project; the planner is told if it knew of one. */
  clear(text) {
    this.run += 1;
    this.rows = [];
    this.held = false;
    this.worker.postMessage({ type: "forget", run: this.run });
    this.busy(false);
    showNothing(this.root, text);
    document.dispatchEvent(new CustomEvent("atlas:scan-cleared"));
  }

  /** Scan what the worker holds for the range that the planner shows. */
  scan() {
    if (!this.held) return;
    const planner = window.atlasPlanner;
    const { from, to } = (planner && planner.range && planner.range()) || {};
    if (!from || !to) {
      this.busy(false);
      this.say("Choose above where you are and where you go; your files wait here.");
      return;
    }
    this.busy(true);
    this.worker.postMessage({ type: "scan", run: this.run, from, to });
  }

  /** A message from the worker; one of an earlier run is dropped. */
  receive(message) {
    if (message.run === undefined || message.run === this.run) RECEIVERS[message.type](this, message);
  }

  /** A new project takes the place of the one before, whatever that one was doing. */
  take(rowsFrom, source) {
    const run = ++this.run;
    showNothing(this.root, "");
    this.busy(true);
    this.progress("Looking through", 0, 0);
    rowsFrom(source, rows => {
      this.ready.then(() => {
        if (run === this.run) this.begin(rows);
      });
    });
  }

  listen() {
    const box = this.part("box");
    box.addEventListener("toggle", () => {
      if (box.open) this.open();
    });
    this.root.addEventListener("change", ({ target }) => {
      if (target.files && target.files.length) this.take(pickedRows, target);
    });
    this.listenToDrops();
    this.part("stop").addEventListener("click", () => this.clear("Stopped. Nothing is kept."));
    this.part("forget").addEventListener("click", () => this.clear("The result is gone."));
    document.addEventListener("atlas:range", () => this.scan());
  }

  listenToDrops() {
    const over = isOver => this.root.classList.toggle("scan--over", isOver);
    this.root.addEventListener("dragover", event => {
      event.preventDefault();
      this.part("box").open = true;
      over(true);
    });
    this.root.addEventListener("dragleave", () => over(false));
    this.root.addEventListener("drop", event => {
      over(false);
      event.preventDefault();
      this.take(droppedRows, event.dataTransfer);
    });
  }
}

/** What to do with each type of message from the worker: (panel, message) => nothing. */
const RECEIVERS = {
  ready: panel => {
    panel.enable(true);
    panel.say("");
    panel.isReady();
  },
  wanted: (panel, { wanted }) => {
    const rows = wanted.map(number => panel.rows[number]);
    panel.rows = [];
    if (!rows.length) {
      panel.clear("Nothing here is Python or a template. Choose the folder that holds your project.");
      return;
    }
    panel.left = Math.ceil(rows.length / FILES_AT_ONCE);
    panel.inPortions(rows.length, FILES_AT_ONCE, (from, to) => {
      const files = rows.slice(from, to);
      panel.worker.postMessage({ type: "files", run: panel.run, files, done: from, total: rows.length });
    });
  },
  taken: panel => {
    panel.left -= 1;
    if (panel.left) return;
    panel.held = true;
    panel.worker.postMessage({ type: "declare", run: panel.run });
  },
  declared: (panel, { declared }) => {
    document.dispatchEvent(new CustomEvent("atlas:declared", { detail: declared }));
    panel.scan();
  },
  progress: (panel, { word, done, total }) => panel.progress(word, done, total),
  result: (panel, result) => {
    const { hits, imports, files, unread, proposals } = result;
    panel.busy(false);
    showResult(panel.root, result);
    document.dispatchEvent(new CustomEvent("atlas:scanned", { detail: { hits, imports, files, unread, proposals } }));
  },
  failed: (panel, { message }) => {
    panel.busy(false);
    panel.say(`The scan failed: ${message}.`);
  },
};

/** Begin where there is a panel. Some phones know no folders. */
function startPanel() {
  const root = document.getElementById("planner-scan");
  if (!root) return;
  new Panel(root.querySelector(".scan")).listen();
  root.querySelector("[webkitdirectory]").parentElement.hidden = !("webkitdirectory" in HTMLInputElement.prototype);
  root.hidden = false;
}

startPanel();
