"use strict";

// "Read a test log": picks a file, shows how far the reading is, and lists what the log says, what of it is in the plan
// that the page shows, and what no page knows. The words stand in the panel's markup.

/** Characters of a message that are shown. */
const SHOWN = 300;

/** A panel: its elements by their class names, and what was read. */
class LogPanel {
  /** root: the panel's element. */
  constructor(root) {
    this.root = root;
    this.worker = null;
    this.run = 0;
    /** @type {any} */
    this.found = null;
  }

  /** An element of the panel. */
  part(name) {
    return this.root.querySelector(`.log-${name}`);
  }

  /** A sentence of the markup with numbers and names in the place of `{name}`. */
  said(key, values = {}) {
    return this.root.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString("en"));
  }

  /** Say how it stands. */
  say(text) {
    this.part("status").textContent = text;
  }

  /** Show the bar and the button to stop, or neither. */
  busy(isBusy) {
    this.part("work").hidden = !isBusy;
    this.root.setAttribute("aria-busy", String(isBusy));
  }

  /** Read a file; one that is being read is given up. */
  read(file) {
    const run = ++this.run, receive = message => {
      if (run === this.run) RECEIVERS[message.type](this, message);
    };
    this.end();
    this.found = null;
    this.part("result").hidden = true;
    this.part("bar").value = 0;
    this.say("");
    this.busy(true);
    if (location.protocol === "file:") readHere(this.root.dataset.root, file, receive);
    else this.worker = startedWorker(this.root.dataset.worker, file, receive);
  }

  /** End the worker, if one works. */
  end() {
    if (this.worker) this.worker.terminate();
    this.worker = null;
  }

  /** Be ready for another file. text: what is said. */
  stop(text) {
    this.run += 1;
    this.end();
    this.busy(false);
    this.say(text);
  }

  /** Show what was read, held against the plan that is drawn. */
  show() {
    if (!this.found) return;
    const { rows, left, cut } = this.found, steps = stepsOfPlan(), known = rows.filter(row => row.page);
    const inPlan = known.filter(row => steps.has(stepIdOf(row.page)));
    const ordered = [...inPlan, ...known.filter(row => !inPlan.includes(row))];
    const others = rows.filter(row => !row.page);
    this.part("rows").replaceChildren(...ordered.map(row => this.rowOf(row, steps)));
    this.part("known").hidden = !known.length;
    this.part("others").hidden = !others.length;
    this.part("others").querySelector("summary").textContent = this.said("others", { number: others.length });
    this.part("others").querySelector("ul").replaceChildren(...others.map(row => this.otherOf(row)));
    const numbers = { messages: rows.length + left, known: known.length, plan: inPlan.length, left };
    const parts = [this.said(steps.size ? "read" : "readWithoutPlan", numbers), left && this.said("left", numbers), cut && this.said("cut")];
    this.say(parts.filter(Boolean).join(" "));
    this.part("result").hidden = false;
  }

  /** A row of the table: message, how often, line, page, place in the plan. */
  rowOf({ category, text, times, line, page }, steps) {
    const row = document.createElement("tr"), step = steps.get(stepIdOf(page));
    const link = linkTo(this.root.dataset.root + page.location, page.title);
    const place = step ? linkTo(`#${step.anchor}`, this.said("hop", { hop: step.hop })) : steps.size ? this.said("elsewhere") : "";
    const message = document.createElement("code");
    message.textContent = saidIn(category, text);
    row.append(...[message, times.toLocaleString("en"), line.toLocaleString("en"), link, place].map(cellOf));
    return row;
  }

  /** A message that no page knows. */
  otherOf({ category, text, times, line }) {
    const item = document.createElement("li"), message = document.createElement("code");
    message.textContent = saidIn(category, text);
    item.append(message, ` ${this.said("times", { times, line })}`);
    return item;
  }

  /** Follow what the reader picks and drops, and the plan that is drawn. */
  listen() {
    this.root.addEventListener("change", ({ target }) => {
      const file = target.files && target.files[0];
      if (!file) return;
      this.read(file);
      target.value = "";
    });
    this.root.addEventListener("dragover", event => { event.preventDefault(); });
    this.root.addEventListener("drop", event => {
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      this.part("box").open = true;
      if (file) this.read(file);
    });
    this.part("stop").addEventListener("click", () => { this.stop(this.said("stopped")); });
    document.addEventListener("atlas:drawn", () => { this.show(); });
  }
}

/** What to do with each type of message: (panel, message) => nothing. */
const RECEIVERS = {
  progress: (panel, { done }) => { panel.part("bar").value = done; },
  read: (panel, found) => {
    panel.stop("");
    panel.found = found;
    panel.show();
  },
  failed: (panel, { message }) => { panel.stop(panel.said("failed", { message })); },
};

/** A message as a program said it. */
function saidIn(category, text) {
  const said = [category, text].filter(Boolean).join(": ");
  return said.length > SHOWN ? `${said.slice(0, SHOWN)} …` : said;
}

/** A link. */
function linkTo(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

/** A cell of the table. */
function cellOf(inside) {
  const cell = document.createElement("td");
  cell.append(inside);
  return cell;
}

/** The id of the step for a page of a change: `4.1/x` for `releases/4.1/x/` and `releases/4.1/x.html`. */
function stepIdOf({ location: address }) {
  return address.replace(/^releases\//, "").replace(/(?:\.html|\/)$/, "");
}

/** The steps of the plan that is drawn, by id: { hop, anchor }; none where there is no plan. */
function stepsOfPlan() {
  const { state, steps, step: drawn } = window.atlasPlanner || {}, found = new Map();
  const plan = state && state.plan;
  if (!plan || plan.sentence) return found;
  plan.hops.forEach(hop => steps.ofHop(hop).forEach(({ id }) => found.set(id, { hop: hop.to, anchor: drawn.anchor(id) })));
  return found;
}

/** A worker that has begun to read a file. */
function startedWorker(address, file, receive) {
  const worker = new Worker(address);
  worker.addEventListener("message", ({ data }) => receive(data));
  worker.addEventListener("error", ({ message }) => receive({ type: "failed", message: message || address }));
  worker.postMessage(file);
  return worker;
}

/** Read a script of the site's own. */
function loaded(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(address)));
    document.head.append(script);
  });
}

/** Read a file in the page, as one from disk must. */
async function readHere(root, file, receive) {
  try {
    if (!self.atlasSearch) await openSearchHere(root);
    await readFile(file, receive);
  } catch (error) {
    receive({ type: "failed", message: String(error) });
  }
}

/** Read the search's index into the page. root: the way to the site's root. */
async function openSearchHere(root) {
  const page = /** @type {any} */ (self);
  // Material's own name for what the page has read of the search.
  if (!page.__index) await loaded(`${root}search/search_index.js`);
  const [first, ...later] = page.__index.config.parts;
  await loaded(root + first);
  atlasSearch.open();
  for (const part of later) await loaded(root + part);
}

/** Begin where there is a panel. */
function startLogPanel() {
  const root = document.getElementById("planner-log");
  if (!root) return;
  new LogPanel(root.querySelector(".log")).listen();
  root.hidden = false;
}

startLogPanel();
